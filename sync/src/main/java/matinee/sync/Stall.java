package matinee.sync;

/// Whether a player is able to play, as reported to the room (GA1).
///
/// Unable at first; able as soon as it could continue; unable again once it could not for 2 s.
final class Stall {
  private static final double UNABLE_AFTER_MS = 2_000;

  private boolean able;
  private double couldAtMs = Double.NEGATIVE_INFINITY;

  void reset() {
    able = false;
  }

  void observe(double nowMs, boolean canContinue) {
    if (canContinue) {
      couldAtMs = nowMs;
      able = true;
    } else if (nowMs - couldAtMs >= UNABLE_AFTER_MS) {
      able = false;
    }
  }

  boolean isAble() {
    return able;
  }
}
