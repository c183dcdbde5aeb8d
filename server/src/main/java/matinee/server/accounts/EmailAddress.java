package matinee.server.accounts;

import java.text.Normalizer;
import java.util.Locale;

/// An e-mail address as somebody typed it: at most 254 characters, one `@` with something on both
/// sides, no spaces, no control or invisible characters. Whether mail arrives there only mail
/// tells.
public record EmailAddress(String value) {
  private static final int MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets

  /// Throws `IllegalArgumentException`, with what to do, for what can be no address.
  public EmailAddress {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "email must have at most " + MAX_LENGTH + " characters: check it for something too much");
    }
    if (value.codePoints().anyMatch(EmailAddress::isForbidden)) {
      throw new IllegalArgumentException(
          "email holds a space, or a character that cannot be seen: write it like ann@example.org");
    }
    int at = value.indexOf('@');
    if (at < 1 || at != value.lastIndexOf('@') || at == value.length() - 1) {
      throw new IllegalArgumentException(
          "email must have one @ with something on both sides: write it like ann@example.org");
    }
  }

  private static boolean isForbidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /// What two ways of writing one address have in common: the address in NFC, in small letters.
  public String key() {
    var small = Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(small, Normalizer.Form.NFC);
  }
}
