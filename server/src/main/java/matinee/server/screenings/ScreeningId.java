package matinee.server.screenings;

import java.util.random.RandomGenerator;
import matinee.server.accounts.Opaque;

/// Names a screening, and is all that somebody needs to know to see it: 128 bits by chance, as 22
/// characters of `A-Z a-z 0-9 - _`.
public record ScreeningId(String value) {
  private static final int BYTES = 16;

  public ScreeningId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a screening id has 22 characters of A-Z a-z 0-9 - _");
    }
  }

  /// One that nobody can guess, provided that `chance` is a cryptographic source.
  static ScreeningId random(RandomGenerator chance) {
    return new ScreeningId(Opaque.text(Opaque.fresh(chance, BYTES)));
  }

  /// Could `value` be the id of a screening? What comes in from outside is asked this first.
  public static boolean isWellFormed(String value) {
    return value.matches("[A-Za-z0-9_-]{22}");
  }
}
