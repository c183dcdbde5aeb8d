package matinee.sync;

/// What a decision about the player stands on: where the room is, what the player can do, what was
/// learnt about it.
record Bearings(Course course, Capabilities can, Learnt learnt) {
  private static final double SAME_RATE = 0.005;

  Bearings along(Course next) {
    return new Bearings(next, can, learnt);
  }

  Bearings knowing(Learnt next) {
    return new Bearings(course, can, next);
  }

  /// The speed at which the player should be at a local instant, without corrections.
  double rateAt(double nowMs) {
    return CorrectionLaw.feasible(course.rateAt(nowMs), can);
  }

  /// How late the player is, ms of the media.
  double lateMs(PlayerSample now) {
    return course.positionAt(now.atMs()) - now.positionMs();
  }

  /// Sets the speed to `factor` times the wanted one.
  Act.SetRate setRate(double rate, double factor) {
    return new Act.SetRate(rate * factor, CorrectionLaw.preservesPitch(rate, can));
  }

  /// Has somebody set another speed? Players may round theirs.
  static boolean isAtOtherRate(PlayerSample now, double rate) {
    return Math.abs(now.state().rate() - rate) > SAME_RATE;
  }
}
