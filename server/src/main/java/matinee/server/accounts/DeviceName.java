package matinee.server.accounts;

/// What a device is called so that its owner knows it again, such as "Firefox on Linux": at most 80
/// characters, maybe none.
public record DeviceName(String value) {
  /// One that was not told.
  public static final DeviceName NONE = new DeviceName("");

  private static final int MAX_LENGTH = 80;

  /// Throws `IllegalArgumentException`, with why, for what is none.
  public DeviceName {
    value = value.strip();
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("device must have at most " + MAX_LENGTH + " characters");
    }
    if (value.codePoints().anyMatch(DeviceName::isForbidden)) {
      throw new IllegalArgumentException("device holds a control character or half a character");
    }
  }

  private static boolean isForbidden(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
