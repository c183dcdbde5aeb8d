package matinee.sync;

import java.util.List;

/// What was learnt about one player on one device, worth keeping between visits.
/// - `start`: from play() after a seek to the moving clock; `resume`: the same without a seek;
/// - `seekLoss`: playing time lost by a seek while playing; `seekTime`: from the seek to ready
///   again, paused;
/// - `seekMiss`: how far from the target a seek usually ends.
public record Learnt(Delay start, Delay resume, Delay seekLoss, Delay seekTime, Delay seekMiss) {
  private static final int FORM = 1;
  private static final int NUMBERS = 11;

  /// What is usual: 75 ms to start, 5 ms to resume, 90 ms lost by a seek (Chromium 156, no sound
  /// card).
  public static Learnt usual() {
    return new Learnt(
        Delay.usually(75),
        Delay.usually(5),
        Delay.usually(90),
        Delay.usually(30),
        Delay.usually(40));
  }

  /// As a few numbers; [#of] reads them.
  public double[] toNumbers() {
    var delays = List.of(start, resume, seekLoss, seekTime, seekMiss);
    var numbers = new double[NUMBERS];
    numbers[0] = FORM;
    for (int i = 0; i < delays.size(); i++) {
      numbers[1 + 2 * i] = delays.get(i).ms();
      numbers[2 + 2 * i] = delays.get(i).lessons();
    }
    return numbers;
  }

  /// What [#toNumbers] wrote; what is usual when `numbers` are something else.
  public static Learnt of(double[] numbers) {
    if (numbers.length != NUMBERS || numbers[0] != FORM) {
      return usual();
    }
    for (int i = 1; i < NUMBERS; i++) {
      if (!(numbers[i] >= 0 && numbers[i] <= (i % 2 == 1 ? Delay.MAX_MS : 1e6))) {
        return usual();
      }
    }
    return new Learnt(
        delay(numbers, 1),
        delay(numbers, 3),
        delay(numbers, 5),
        delay(numbers, 7),
        delay(numbers, 9));
  }

  /// After an action playback was found late by `lateMs`; if by more than any delay, something else
  /// happened.
  Learnt taught(Phase.Lesson lesson, double lateMs) {
    if (Math.abs(lateMs) > Delay.MAX_MS) {
      return this;
    }
    return switch (lesson) {
      case NONE -> this;
      case START -> started(lateMs);
      case RESUME -> resumed(lateMs);
      case JUMP -> jumped(lateMs);
    };
  }

  /// Playback began after a seek and was found late by `lateMs`.
  Learnt started(double lateMs) {
    return new Learnt(start.taught(lateMs, 0.9, 0.5), resume, seekLoss, seekTime, seekMiss);
  }

  /// Playback began without a seek and was found late by `lateMs`.
  Learnt resumed(double lateMs) {
    return new Learnt(start, resume.taught(lateMs, 0.9, 0.5), seekLoss, seekTime, seekMiss);
  }

  /// A seek while playing was found late by `lateMs`.
  Learnt jumped(double lateMs) {
    var loss = seekLoss.taught(lateMs, 0.6, 0.6);
    return new Learnt(start, resume, loss, seekTime, missed(lateMs));
  }

  /// A seek while paused took `tookMs` until the player was ready.
  Learnt sought(double tookMs) {
    var time = seekTime.taught(tookMs - seekTime.ms(), 0.9, 0.3);
    return new Learnt(start, resume, seekLoss, time, seekMiss);
  }

  private Delay missed(double lateMs) {
    return seekMiss.taught(Math.abs(lateMs) - seekMiss.ms(), 0.3, 0.3);
  }

  private static Delay delay(double[] numbers, int at) {
    return new Delay(numbers[at], (int) numbers[at + 1]);
  }
}
