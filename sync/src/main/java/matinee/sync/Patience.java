package matinee.sync;

/// How soon after a seek that corrected the next one may follow: at once two times, then after 3
/// and at most 8 s, until one was found to have helped. The first one teaches what a seek loses on
/// a machine that has become busy; a player that cannot be aimed is not hunted with seeks.
final class Patience {
  private static final double[] GAPS_MS = {0, 3_000, 8_000};

  private int tries;
  private double lastAtMs = Double.NEGATIVE_INFINITY;

  boolean allows(double nowMs) {
    return leftMs(nowMs) <= 0;
  }

  /// How long it takes from now until a seek is allowed; 0 or less when it is.
  double leftMs(double nowMs) {
    return tries == 0 ? 0 : lastAtMs + GAPS_MS[Math.min(tries, GAPS_MS.length) - 1] - nowMs;
  }

  void corrected(double nowMs) {
    lastAtMs = nowMs;
    tries++;
  }

  void helped() {
    tries = 0;
  }
}
