package matinee.server;

import java.util.Locale;

/// A number of bytes as people write it: `500M`, `20G`, `1T`, or plain bytes.
final class ByteSize {
  private static final String UNITS = "KMGT";
  private static final int STEP_BITS = 10;

  private ByteSize() {}

  /// How many bytes `text` says. Throws `IllegalArgumentException` when it says no whole number
  /// above 0.
  static long parse(String text) {
    var upper = text.strip().toUpperCase(Locale.ROOT);
    int unit = upper.isEmpty() ? -1 : UNITS.indexOf(upper.charAt(upper.length() - 1));
    var digits = unit < 0 ? upper : upper.substring(0, upper.length() - 1);
    try {
      long bytes = Math.multiplyExact(Long.parseLong(digits), 1L << (STEP_BITS * (unit + 1)));
      if (bytes > 0) {
        return bytes;
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // told below, in words that help
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no size: write a number of bytes, or 500M, 20G, 1T");
  }
}
