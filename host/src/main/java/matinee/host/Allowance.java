package matinee.host;

/// How much more somebody may send: a bucket that holds `burst` tokens and gains `perSecond`. Used
/// by one thread.
public final class Allowance {
  private static final double NANOS_PER_SECOND = 1e9;

  private final int perSecond;
  private final int burst;
  private double tokens;
  private long filledAtNanos;

  /// A full one. `nowNanos` is a monotonic clock, from any zero.
  public Allowance(int perSecond, int burst, long nowNanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    tokens = burst;
    filledAtNanos = nowNanos;
  }

  /// May one more be sent now? If so, it is counted.
  public boolean take(long nowNanos) {
    double gained = Math.max(0, nowNanos - filledAtNanos) / NANOS_PER_SECOND * perSecond;
    tokens = Math.min(burst, tokens + gained);
    filledAtNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
