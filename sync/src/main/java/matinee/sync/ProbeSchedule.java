package matinee.sync;

/// When the next clock probe leaves: a burst of 14, 25 ms apart, then one a second.
final class ProbeSchedule {
  private static final int BURST = 14;
  private static final double BURST_GAP_MS = 25;
  private static final double STEADY_GAP_MS = 1_000;

  private int burstLeft = BURST;
  private double nextAtMs;

  ProbeSchedule(double nowMs) {
    nextAtMs = nowMs;
  }

  /// A burst begins at `nowMs`, whatever was sent before.
  void burst(double nowMs) {
    burstLeft = BURST;
    nextAtMs = nowMs;
  }

  boolean isBursting() {
    return burstLeft > 0;
  }

  double nextAtMs() {
    return nextAtMs;
  }

  void sent(double nowMs) {
    burstLeft = Math.max(0, burstLeft - 1);
    nextAtMs = nowMs + (burstLeft > 0 ? BURST_GAP_MS : STEADY_GAP_MS);
  }
}
