package matinee.sync;

/// How soon after a seek that corrected the next one may follow: at once, then after 1, 2, 4 and at
/// most 8 s, until one was found to have helped. A player that cannot be aimed is not hunted with
/// seeks.
final class Patience {
  private static final double FIRST_MS = 1_000;
  private static final double LONGEST_MS = 8_000;

  private double gapMs;
  private double lastAtMs = Double.NEGATIVE_INFINITY;

  boolean allows(double nowMs) {
    return leftMs(nowMs) <= 0;
  }

  /// How long it takes from now until a seek is allowed; 0 or less when it is.
  double leftMs(double nowMs) {
    return lastAtMs + gapMs - nowMs;
  }

  void corrected(double nowMs) {
    lastAtMs = nowMs;
    gapMs = Math.min(LONGEST_MS, gapMs == 0 ? FIRST_MS : 2 * gapMs);
  }

  void helped() {
    gapMs = 0;
  }
}
