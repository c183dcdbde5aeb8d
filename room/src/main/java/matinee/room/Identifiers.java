package matinee.room;

/// The one alphabet of identifiers: what may stand in an address, a log line and a file name
/// without escaping.
final class Identifiers {
  private static final int MAX_LENGTH = 64;

  private Identifiers() {}

  /// Throws `IllegalArgumentException`, naming `what`, unless `value` is a well-formed identifier.
  static void check(String what, String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(what + " must have 1 to " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < value.length(); i++) {
      if (!isAllowed(value.charAt(i))) {
        throw new IllegalArgumentException(what + " may only hold A-Z a-z 0-9 - _");
      }
    }
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
