package matinee.host;

/// How long texts are as UTF-8.
final class Utf8 {
  private static final int MOST_BYTES_OF_A_CHAR = 3;
  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;

  private Utf8() {}

  /// Has `text` more than `bytes` bytes? Half a surrogate pair has three, as what stands for it
  /// has.
  static boolean isLonger(String text, int bytes) {
    if (text.length() > bytes) {
      return true;
    }
    if (text.length() <= bytes / MOST_BYTES_OF_A_CHAR) {
      return false;
    }
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ONE_BYTE) {
        count += 1;
      } else if (c < TWO_BYTES || isPair(text, i)) {
        count += 2; // a pair has four, two for each half
      } else {
        count += MOST_BYTES_OF_A_CHAR;
      }
    }
    return count > bytes;
  }

  /// Is this half of a whole pair?
  private static boolean isPair(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
