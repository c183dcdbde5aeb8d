package matinee.host;

import java.time.Instant;

/// The room time as it was last told, which never goes back: `ms` since 1970, with fractions, in
/// whole milliseconds the `instant` (WI4), and as `nanos` since the keeper began.
record Now(double startMs, double ms) {
  static final double NEVER = Double.POSITIVE_INFINITY;
  private static final double NANOS_PER_MS = 1e6;

  /// A keeper begins.
  static Now at(double ms) {
    return new Now(ms, ms);
  }

  Now next(double nextMs) {
    return new Now(startMs, Math.max(ms, nextMs));
  }

  Instant instant() {
    return Instant.ofEpochMilli((long) Math.floor(ms));
  }

  long nanos() {
    return (long) ((ms - startMs) * NANOS_PER_MS);
  }

  /// The first whole millisecond by which so many nanoseconds have passed for certain.
  double msOf(long atNanos) {
    return Math.floor(startMs + atNanos / NANOS_PER_MS) + 1;
  }
}
