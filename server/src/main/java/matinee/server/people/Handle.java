package matinee.server.people;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// By which somebody is asked to be a friend: eight letters and digits by chance, 40 bits, that
/// tell nothing of the person. No two can be mistaken for one another: the alphabet is that of
/// Crockford's Base32, which has neither I, L, O nor U.
public record Handle(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final Pattern FORM = Pattern.compile("[%s]{%d}".formatted(ALPHABET, LENGTH));

  /// One made by `chance`, a cryptographic source.
  static Handle fresh(RandomGenerator chance) {
    var letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return new Handle(letters.toString());
  }

  /// The one that somebody typed: in letters of any size, with hyphens and spaces, and with I and L
  /// for 1 and O for 0. Empty if it is none.
  static Optional<Handle> typed(String text) {
    var letters =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('I', '1')
            .replace('L', '1')
            .replace('O', '0');
    return FORM.matcher(letters).matches() ? Optional.of(new Handle(letters)) : Optional.empty();
  }

  /// As people read it: `K7QM-2XPD`.
  public String shown() {
    return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
  }
}
