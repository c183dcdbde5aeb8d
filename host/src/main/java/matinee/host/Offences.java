package matinee.host;

import java.time.Duration;

/// The malformed messages of a connection within the last minute (WI3). Used by one thread.
final class Offences {
  private static final int LIMIT = 20;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final long[] atNanos = new long[LIMIT];
  private int count;

  /// Counts one more, at an instant of a monotonic clock. Returns whether it is the twentieth
  /// within a minute.
  boolean isOneTooMany(long nowNanos) {
    int oldest = (count + 1) % LIMIT;
    atNanos[count % LIMIT] = nowNanos;
    count++;
    return count >= LIMIT && nowNanos - atNanos[oldest] <= WINDOW.toNanos();
  }
}
