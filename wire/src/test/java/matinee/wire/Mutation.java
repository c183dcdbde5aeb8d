package matinee.wire;

import java.util.random.RandomGenerator;

/// Spoils texts at random.
final class Mutation {
  private static final String JSON = "{}[]\",:\\-.0123456789eEuntf ";

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /// `text` with one to three of its characters dropped, doubled, swapped or replaced.
  String of(String text) {
    var mutant = new StringBuilder(text);
    for (int left = 1 + random.nextInt(3); left > 0 && mutant.length() > 1; left--) {
      int at = random.nextInt(mutant.length());
      switch (random.nextInt(5)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, mutant.charAt(at));
        case 2 -> mutant.setLength(at);
        case 3 -> mutant.setCharAt(at, (char) random.nextInt(0x10000));
        default -> mutant.setCharAt(at, JSON.charAt(random.nextInt(JSON.length())));
      }
    }
    return mutant.toString();
  }
}
