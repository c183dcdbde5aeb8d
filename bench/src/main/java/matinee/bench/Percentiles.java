package matinee.bench;

import java.util.Arrays;

/// Latencies of one run, in nanoseconds, kept whole so that no percentile is an estimate.
final class Percentiles {
  private long[] values = new long[1 << 16];
  private int count;

  void add(long nanos) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = nanos;
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /// The value that the share `share` (0 to 1) does not exceed, in microseconds. Throws
  /// `IllegalStateException` when nothing was measured.
  double micros(double share) {
    if (count == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    var sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, (long) (count * share))] / 1e3;
  }
}
