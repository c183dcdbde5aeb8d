package matinee.room;

/// What a region is called in which rooms live (RG): 1 to 32 characters of `a-z 0-9 -`.
public record RegionName(String value) {
  private static final int MAX_LENGTH = 32;

  public RegionName {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "region must have 1 to " + MAX_LENGTH + " characters of a-z 0-9 -");
    }
  }

  private static boolean isWellFormed(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= MAX_LENGTH;
  }
}
