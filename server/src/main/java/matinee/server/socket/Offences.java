package matinee.server.socket;

import java.time.Duration;

/// The malformed messages of a connection within the last minute (WI3). Belongs to the thread of
/// its event loop.
final class Offences {
  private static final int LIMIT = 20;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final long[] atNanos = new long[LIMIT];
  private int count;

  /// Counts one more. Returns whether it is the twentieth within a minute.
  boolean isOneTooMany(long nowNanos) {
    int oldest = (count + 1) % LIMIT;
    atNanos[count % LIMIT] = nowNanos;
    count++;
    return count >= LIMIT && nowNanos - atNanos[oldest] <= WINDOW.toNanos();
  }
}
