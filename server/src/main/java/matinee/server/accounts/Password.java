package matinee.server.accounts;

import java.nio.charset.StandardCharsets;

/// A password that an account may have: at least 8 characters, at most 72 bytes of UTF-8, for
/// bcrypt reads no further, and no NUL, where others end. Not shown as text.
public record Password(String value) {
  private static final int MIN_CHARACTERS = 8;
  private static final int MAX_BYTES = 72;

  /// Throws `IllegalArgumentException`, with what to do, for any other.
  public Password {
    if (value.codePointCount(0, value.length()) < MIN_CHARACTERS) {
      throw new IllegalArgumentException(
          "password must have at least " + MIN_CHARACTERS + " characters");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "password is too long: it must have at most %d bytes, which are %<d letters of English"
                  .formatted(MAX_BYTES)
              + " and fewer of other scripts");
    }
    if (value.indexOf('\0') >= 0 || value.codePoints().anyMatch(Password::isHalf)) {
      throw new IllegalArgumentException(
          "password holds a character that cannot be typed: leave it out");
    }
  }

  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Password";
  }
}
