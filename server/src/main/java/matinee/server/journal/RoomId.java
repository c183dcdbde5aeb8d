package matinee.server.journal;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Names a room, and is all that somebody needs to know to come in by link: 16 to 64 characters of
/// `A-Z a-z 0-9 - _`. A new one holds 128 bits of chance.
public record RoomId(String value) {
  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 64;
  private static final int RANDOM_BYTES = 16;

  public RoomId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a room id has 16 to 64 characters of A-Z a-z 0-9 - _");
    }
  }

  /// A room id that nobody can guess, provided that `chance` is a cryptographic source.
  public static RoomId random(RandomGenerator chance) {
    var bytes = new byte[RANDOM_BYTES];
    chance.nextBytes(bytes);
    return new RoomId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// Could `value` be a room id? What comes in from outside is asked this first.
  public static boolean isWellFormed(String value) {
    return value.length() >= MIN_LENGTH
        && value.length() <= MAX_LENGTH
        && value.chars().allMatch(RoomId::isAllowed);
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
