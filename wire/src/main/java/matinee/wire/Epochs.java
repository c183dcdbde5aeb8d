package matinee.wire;

/// The names of histories. A room whose history was restored from a backup has another epoch than
/// before.
final class Epochs {
  private static final int MAX_LENGTH = 64;

  private Epochs() {}

  /// Throws `IllegalArgumentException` unless `epoch` has 1 to 64 printable ASCII characters.
  static void check(String epoch) {
    if (epoch.isEmpty() || epoch.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("epoch must have 1 to " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < epoch.length(); i++) {
      if (epoch.charAt(i) <= ' ' || epoch.charAt(i) > '~') {
        throw new IllegalArgumentException("epoch may only hold printable ASCII characters");
      }
    }
  }
}
