package matinee.sync;

import java.util.Arrays;
import java.util.Optional;

/// The last few measurements of one quantity, and the most likely value.
///
/// Ten are enough when they agree; up to forty are gathered until the median is sure to about 1 ms.
/// An error of more than 50 ms and eight times its own uncertainty is plain at the fourth: it is
/// not looked at more closely before it is acted on. How noisy the quantity is outlives [#clear]: a
/// few that agree by chance do not make a noisy one sure.
final class Sightings {
  private static final int GLANCE = 4;
  private static final double PLAIN_MS = 50;
  private static final double PLAIN_ERRORS = 8;
  private static final int FEWEST = 10;
  private static final int MOST = 40;
  private static final double SURE_MS = 1;
  private static final double LEARNING = 0.05;

  /// A median's standard error is this times the deviation over the root of the count, for normal
  /// noise.
  private static final double MEDIAN_ERROR = 1.2533;

  /// The standard deviation of normal noise is this times the median distance from the median.
  private static final double DEVIATION = 1.4826;

  /// The median of the measurements, and its standard error.
  record Estimate(double lateMs, double errorMs) {}

  private final double[] values = new double[MOST];
  private int count;
  private double usualDistance;

  void clear() {
    count = 0;
  }

  void add(double value) {
    if (count == MOST) {
      System.arraycopy(values, 1, values, 0, MOST - 1);
      count--;
    }
    values[count++] = value;
    if (count >= 2 * FEWEST) {
      usualDistance += LEARNING * (distance(count) - usualDistance);
    }
  }

  /// The estimate over the newest measurements, as few as are sure; empty while there are not
  /// enough.
  Optional<Estimate> estimate() {
    if (count >= GLANCE && count < FEWEST) {
      return Optional.of(over(count)).filter(Sightings::isPlain);
    }
    for (int newest = FEWEST; newest <= count; newest += FEWEST) {
      var estimate = over(newest);
      if (estimate.errorMs <= SURE_MS || isPlain(estimate) || newest == MOST) {
        return Optional.of(estimate);
      }
    }
    return Optional.empty();
  }

  private static boolean isPlain(Estimate found) {
    double lateMs = Math.abs(found.lateMs);
    return lateMs > PLAIN_MS && lateMs > PLAIN_ERRORS * found.errorMs;
  }

  private Estimate over(int newest) {
    double distance = Math.max(distance(newest), usualDistance);
    double errorMs = MEDIAN_ERROR * DEVIATION * distance / Math.sqrt(newest);
    return new Estimate(Median.of(last(newest)), errorMs);
  }

  /// The median distance from the median, of the newest.
  private double distance(int newest) {
    var taken = last(newest);
    double median = Median.of(taken);
    return Median.of(Arrays.stream(taken).map(value -> Math.abs(value - median)).toArray());
  }

  private double[] last(int newest) {
    return Arrays.copyOfRange(values, count - newest, count);
  }
}
