package matinee.sync;

/// What a decision about the player stands on: where the room is, what the player can do, what was
/// learnt about it.
record Bearings(Course course, Capabilities can, Learnt learnt) {
  private static final double SAME_RATE = 0.005;
  private static final double SHARE_OF_BOUND = 0.5;

  Bearings along(Course next) {
    return new Bearings(next, can, learnt);
  }

  Bearings knowing(Learnt next) {
    return new Bearings(course, can, next);
  }

  /// What the first measurement after an action says about the player is learnt.
  Bearings taught(Phase.Lesson lesson, double lateMs) {
    return knowing(learnt.taught(lesson, lateMs));
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

  /// Could it be the idea of room time that was mended, and not the player that has gone astray? So
  /// it is when the player was found off with nothing having happened to it, by no more than half
  /// of what room time may be wrong by. With 300 ms of jitter that comes every few minutes, and a
  /// seek would not make it good for long.
  boolean mayBeRoomTime(Phase.Following following, Sightings.Estimate found) {
    return following.lesson() == Phase.Lesson.NONE
        && Math.abs(found.lateMs()) <= SHARE_OF_BOUND * course.clock().boundMs();
  }

  /// Has somebody set another speed? Players may round theirs.
  static boolean isAtOtherRate(PlayerSample now, double rate) {
    return Math.abs(now.state().rate() - rate) > SAME_RATE;
  }
}
