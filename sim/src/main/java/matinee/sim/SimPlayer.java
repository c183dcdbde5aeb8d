package matinee.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import matinee.sync.Act;
import matinee.sync.PlayerState;
import matinee.sync.WishFilter.ElementEvent;

/// A media element on virtual time: does what it is told as late and as inexactly as its [Temper]
/// has it, and tells of it, also when it was the program that asked.
final class SimPlayer {
  private static final double QUICK_SEEK_MS = 400;
  private static final double A_MOMENT_MS = 1e-3;

  private final VirtualTime time;
  private final Chance chance;
  private final Temper temper;
  private final long lengthMs;
  private final Consumer<Told> listener;
  private final Map<ElementEvent, Cause> causes = new EnumMap<>(ElementEvent.class);
  private double doneMs;
  private double positionMs;
  private double rate = 1;
  private boolean playing;
  private double blockedUntilMs;
  private double seekingUntilMs;
  private double starvedUntilMs;
  private VirtualTime.Timer end = VirtualTime.Timer.NONE;

  /// Who made a player do something.
  enum Cause {
    PROGRAM,
    PERSON
  }

  /// An event of the element, and who was the last to do what it tells of.
  record Told(ElementEvent event, Cause cause) {}

  /// How a player is: what passes from play() to the moving clock, what a seek takes, how late it
  /// tells of what it does (each from 0 or a half of this to this), by how much its clock runs fast
  /// (1e-6: 1 ppm), whether it tells of seeks and speeds twice.
  record Temper(
      double startMs, double seekMs, double tellsLateMs, double fast, boolean tellsTwice) {}

  SimPlayer(
      VirtualTime time, Chance chance, Temper temper, long lengthMs, Consumer<Told> listener) {
    this.time = time;
    this.chance = chance;
    this.temper = temper;
    this.lengthMs = lengthMs;
    this.listener = listener;
    doneMs = time.nowMs();
    starvedUntilMs = time.nowMs() + chance.between(50, 800); // it loads
  }

  long lengthMs() {
    return lengthMs;
  }

  /// Is the media there where it is wanted? What takes long to seek has to fetch it first.
  boolean hasTarget() {
    return time.nowMs() >= starvedUntilMs && temper.seekMs <= QUICK_SEEK_MS;
  }

  void play(Cause cause) {
    advance();
    if (!playing) {
      playing = true;
      if (isEnded()) {
        positionMs = 0; // as browsers do
        tell(ElementEvent.SEEKING, cause);
      }
      block(time.nowMs() + chance.between(temper.startMs / 2, temper.startMs));
      tell(ElementEvent.PLAY, cause);
      awaitEnd();
    }
  }

  void pause(Cause cause) {
    advance();
    if (playing) {
      playing = false;
      tell(ElementEvent.PAUSE, cause);
    }
  }

  void seek(double toMs, Cause cause) {
    advance();
    positionMs = Math.clamp(toMs, 0, (double) lengthMs);
    double tookMs = chance.between(temper.seekMs / 2, temper.seekMs);
    seekingUntilMs = Math.max(time.nowMs() + tookMs, starvedUntilMs);
    if (playing) {
      block(seekingUntilMs + chance.between(60, 75));
    }
    tell(ElementEvent.SEEKING, cause);
    awaitEnd();
  }

  void setRate(double to, Cause cause) {
    advance();
    if (rate != to) {
      rate = to;
      tell(ElementEvent.RATE_CHANGE, cause);
      awaitEnd();
    }
  }

  /// Has no data for so long.
  void starve(double forMs) {
    advance();
    starvedUntilMs = Math.max(starvedUntilMs, time.nowMs() + forMs);
    block(starvedUntilMs);
    awaitEnd();
    if (playing) {
      tell(ElementEvent.WAITING, Cause.PROGRAM);
    }
  }

  /// Data is there again.
  void feed() {
    advance();
    double nowMs = time.nowMs();
    starvedUntilMs = Math.min(starvedUntilMs, nowMs);
    seekingUntilMs = Math.min(seekingUntilMs, nowMs + temper.seekMs);
    blockedUntilMs = Math.min(blockedUntilMs, nowMs + temper.seekMs);
    awaitEnd();
  }

  /// Does what the program wants; a start that is planned is not its business.
  void perform(Act act) {
    switch (act) {
      case Act.Hold _ -> {}
      case Act.Pause _ -> pause(Cause.PROGRAM);
      case Act.SeekTo(double to) -> seek(to, Cause.PROGRAM);
      case Act.SetRate(double to, _) -> setRate(to, Cause.PROGRAM);
      case Act.PlayAt _ -> play(Cause.PROGRAM);
    }
  }

  /// Where it truly is.
  double position() {
    advance();
    return positionMs;
  }

  boolean isMoving() {
    advance();
    return playing && time.nowMs() >= blockedUntilMs;
  }

  PlayerState state() {
    advance();
    double nowMs = time.nowMs();
    boolean starved = nowMs < starvedUntilMs;
    boolean seeking = nowMs < seekingUntilMs;
    return new PlayerState(!playing, seeking, !starved && !seeking, isEnded(), rate);
  }

  private boolean isEnded() {
    return positionMs >= lengthMs;
  }

  private void block(double untilMs) {
    blockedUntilMs = Math.max(blockedUntilMs, untilMs);
  }

  /// It notices that it has come to the end, also when nobody looks at it.
  private void awaitEnd() {
    end.callOff();
    if (playing) {
      double fromMs = Math.max(time.nowMs(), blockedUntilMs);
      double leftMs = (lengthMs - positionMs) / speed() + A_MOMENT_MS;
      end =
          time.at(
              fromMs + leftMs,
              () -> {
                advance();
                awaitEnd();
              });
    }
  }

  private double speed() {
    return rate * (1 + temper.fast);
  }

  private void advance() {
    double nowMs = time.nowMs();
    double fromMs = Math.max(doneMs, blockedUntilMs);
    if (playing && nowMs > fromMs) {
      positionMs += speed() * (nowMs - fromMs);
    }
    doneMs = nowMs;
    if (playing && isEnded()) {
      positionMs = lengthMs;
      playing = false;
      tell(ElementEvent.PAUSE, Cause.PROGRAM);
    }
  }

  private void tell(ElementEvent event, Cause cause) {
    causes.put(event, cause);
    Runnable telling = () -> listener.accept(new Told(event, causes.getOrDefault(event, cause)));
    double lateMs = temper.tellsLateMs * chance.share();
    time.after(lateMs, telling);
    if (temper.tellsTwice && (event == ElementEvent.SEEKING || event == ElementEvent.RATE_CHANGE)) {
      time.after(lateMs + chance.between(1, 20), telling);
    }
  }
}
