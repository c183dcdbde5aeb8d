package matinee.bench;

import java.util.Arrays;

/// Two samples, in ascending order, and how alike they are.
record TwoSamples(double[] first, double[] second) {
  private static final int TERMS = 100;

  TwoSamples {
    first = first.clone();
    second = second.clone();
    Arrays.sort(first);
    Arrays.sort(second);
  }

  double medianOfFirst() {
    return first[first.length / 2];
  }

  double medianOfSecond() {
    return second[second.length / 2];
  }

  /// By what share of the smaller median the medians differ, in per cent.
  double differPercent() {
    double one = medianOfFirst();
    double other = medianOfSecond();
    return Math.abs(one - other) / Math.min(one, other) * 100;
  }

  /// The likelihood that two samples of the same differ at least so much: the test of Kolmogorov
  /// and Smirnov, with its asymptotic distribution (Press et al., Numerical Recipes, section 14.3).
  double likelihood() {
    double effective =
        Math.sqrt((double) first.length * second.length / (first.length + second.length));
    double lambda = (effective + 0.12 + 0.11 / effective) * distance();
    double sum = 0;
    for (int k = 1; k <= TERMS; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
    }
    return Math.clamp(lambda < 0.2 ? 1 : sum, 0.0, 1.0);
  }

  /// The greatest distance between the two distributions.
  private double distance() {
    double most = 0;
    int i = 0;
    int j = 0;
    while (i < first.length && j < second.length) {
      double value = Math.min(first[i], second[j]);
      while (i < first.length && first[i] <= value) {
        i++;
      }
      while (j < second.length && second[j] <= value) {
        j++;
      }
      most = Math.max(most, Math.abs((double) i / first.length - (double) j / second.length));
    }
    return most;
  }
}
