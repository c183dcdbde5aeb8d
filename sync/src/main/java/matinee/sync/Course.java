package matinee.sync;

/// A target line seen from one device: by its own clock, and ahead by how late its sound is.
///
/// `soundLateMs` is -1,000 to 1,000: a device whose sound comes out late plays ahead, and starts
/// early, by as much.
record Course(RoomClock clock, TargetLine line, double soundLateMs) {
  private static final double MAX_SOUND_LATE_MS = 1_000;

  Course {
    soundLateMs = Math.max(-MAX_SOUND_LATE_MS, Math.min(soundLateMs, MAX_SOUND_LATE_MS));
  }

  Course along(TargetLine next) {
    return new Course(clock, next, soundLateMs);
  }

  Course withSoundLate(double lateMs) {
    return new Course(clock, line, lateMs);
  }

  /// Can it be told where the media should be now? Where it only ever stands, without a clock.
  boolean isKnown() {
    return clock.isReady() || line.isStanding();
  }

  double positionAt(double nowMs) {
    return line.positionAt(roomTimeAt(nowMs));
  }

  boolean isMovingAt(double nowMs) {
    return line.isMovingAt(roomTimeAt(nowMs));
  }

  double rateAt(double nowMs) {
    return line.rateAt(roomTimeAt(nowMs));
  }

  /// The first local instant from `nowMs` on at which the media moves; infinity if it never will.
  double movingFrom(double nowMs) {
    double roomTimeMs = line.movingFrom(roomTimeAt(nowMs));
    return Double.isInfinite(roomTimeMs) ? roomTimeMs : clock.localTimeAt(roomTimeMs - soundLateMs);
  }

  private double roomTimeAt(double nowMs) {
    return clock.roomTimeAt(nowMs) + soundLateMs;
  }
}
