package matinee.chaos;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What nobody foresees in a trial, drawn from its seed.
final class Chance {
  private static final RandomGeneratorFactory<RandomGenerator> KIND =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private Chance() {}

  /// The generator of this part of the trial `seed`; each part has its own, so that one does not
  /// change what another draws. Not safe for several threads.
  static RandomGenerator of(long seed, String part) {
    return KIND.create(31 * seed + part.hashCode());
  }
}
