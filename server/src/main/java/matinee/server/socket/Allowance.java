package matinee.server.socket;

import matinee.server.Config.CommandLimits;

/// How many commands a connection may still send (CO3): a bucket that holds `burst` tokens and
/// gains `perSecond`. Belongs to the thread of its event loop.
final class Allowance {
  private static final double NANOS_PER_SECOND = 1e9;

  private final CommandLimits limits;
  private double tokens;
  private long filledAtNanos;

  Allowance(CommandLimits limits, long nowNanos) {
    this.limits = limits;
    tokens = limits.burst();
    filledAtNanos = nowNanos;
  }

  /// May one more command be sent now? If so, it is counted.
  boolean take(long nowNanos) {
    double gained = (nowNanos - filledAtNanos) / NANOS_PER_SECOND * limits.perSecond();
    tokens = Math.min(limits.burst(), tokens + gained);
    filledAtNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
