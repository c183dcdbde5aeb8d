package matinee.sync;

/// A delay of the player, ms, learnt from where playback was found after it: 0 to 400. `lessons`
/// counts them.
public record Delay(double ms, int lessons) {
  static final double MAX_MS = 400;

  public Delay {
    if (!(ms >= 0 && ms <= MAX_MS) || lessons < 0) {
      throw new IllegalArgumentException("delay must be 0 to " + MAX_MS + " ms");
    }
  }

  /// A delay that is usual, not learnt yet.
  static Delay usually(double ms) {
    return new Delay(ms, 0);
  }

  /// After playback was found late by `lateMs`, of which a share is believed: `first` of the first
  /// lesson, `next` of each later one.
  Delay taught(double lateMs, double first, double next) {
    double believed = ms + (lessons == 0 ? first : next) * lateMs;
    return new Delay(Math.max(0, Math.min(believed, MAX_MS)), lessons + 1);
  }
}
