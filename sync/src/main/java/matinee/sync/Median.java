package matinee.sync;

import java.util.Arrays;

/// The middle of some numbers: half of them are not above it.
final class Median {

  private Median() {}

  /// The median of `values`, of which there must be one at least; the mean of the middle two of an
  /// even count.
  static double of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("median of nothing");
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
