package matinee.sim;

import java.util.List;
import java.util.SplittableRandom;

/// The chance of one run: everything that nobody foresees is drawn from the seed.
///
/// Each part of the run draws from a stream of its own, so that leaving out a happening changes
/// what the other parts draw as little as possible.
final class Chance {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /// The stream of that name of the run `seed`.
  static Chance of(long seed, String stream) {
    return new Chance(
        new SplittableRandom(seed * SPREAD ^ (stream.hashCode() * 0x2545F4914F6CDD1DL)));
  }

  /// The generator itself, for those who take one.
  SplittableRandom random() {
    return random;
  }

  /// From 0 to 1.
  double share() {
    return random.nextDouble();
  }

  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  long between(long from, long to) {
    return random.nextLong(from, to + 1);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// True in `percent` of a hundred cases.
  boolean in(double percent) {
    return 100 * random.nextDouble() < percent;
  }

  <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
