package matinee.server.library;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Names a film of this server's library, and its file: 1 to 64 characters of `A-Z a-z 0-9 - _`. A
/// new one holds 128 bits of chance; whoever knows it may show the film in a room.
public record FilmId(String value) {
  private static final int MAX_LENGTH = 64;
  private static final int RANDOM_BYTES = 16;

  public FilmId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a film id has 1 to 64 characters of A-Z a-z 0-9 - _");
    }
  }

  /// Could `value` be a film id? What comes in from outside is asked this first.
  public static boolean isWellFormed(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_LENGTH
        && value.chars().allMatch(FilmId::isAllowed);
  }

  static FilmId random(RandomGenerator chance) {
    var bytes = new byte[RANDOM_BYTES];
    chance.nextBytes(bytes);
    return new FilmId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
