package matinee.wire;

/// The digits of JSON numbers, both ways.
final class NumberText {
  private static final int MAX_EXACT_POWER = 22;
  private static final double[] POWERS_OF_TEN = powersOfTen();

  private NumberText() {}

  /// Where the JSON number that begins at `start` ends; `start` if none begins there.
  static int end(String text, int start) {
    int at = start < text.length() && text.charAt(start) == '-' ? start + 1 : start;
    int digits = skipDigits(text, at);
    if (digits == at) {
      return start;
    }
    at = text.charAt(at) == '0' ? at + 1 : digits;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = skipDigits(text, at + 1);
      if (fraction == at + 1) {
        return start;
      }
      at = fraction;
    }
    return exponentEnd(text, at, start);
  }

  private static int exponentEnd(String text, int at, int start) {
    if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
      return at;
    }
    int sign = at + 1;
    boolean signed = sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-');
    int digits = signed ? sign + 1 : sign;
    int end = skipDigits(text, digits);
    return end == digits ? start : end;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /// The double nearest to the JSON number between `start` and `end`; zero has no sign.
  ///
  /// Up to 2^53, and divided by a power of ten that is a double itself, digits need one rounding
  /// only and are read in place (Clinger, "How to read floating point numbers accurately"); the
  /// rest is left to the platform.
  static double value(String text, int start, int end) {
    boolean negative = text.charAt(start) == '-';
    long digits = 0;
    int decimals = 0;
    boolean fraction = false;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        fraction = true;
        continue;
      }
      if (c == 'e' || c == 'E' || digits > Numbers.MAX_WHOLE / 10 || decimals == MAX_EXACT_POWER) {
        return Double.parseDouble(text.substring(start, end)) + 0.0;
      }
      digits = digits * 10 + (c - '0');
      decimals += fraction ? 1 : 0;
    }
    double value = digits / POWERS_OF_TEN[decimals];
    return negative ? 0.0 - value : value;
  }

  /// Appends `value`, finite, in as few digits as tell it from its neighbours. Whole numbers have
  /// no point.
  static void append(StringBuilder out, double value) {
    if (isWhole(value)) {
      out.append((long) value);
      return;
    }
    double thousandths = Math.rint(value * 1000);
    if (isWhole(thousandths) && thousandths / 1000 == value) {
      appendThousandths(out, (long) thousandths);
      return;
    }
    out.append(value);
  }

  /// Is `value` a whole number that every double around it is told from?
  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= Numbers.MAX_WHOLE;
  }

  private static void appendThousandths(StringBuilder out, long thousandths) {
    long size = Math.abs(thousandths);
    out.append(thousandths < 0 ? "-" : "").append(size / 1000).append('.');
    int rest = (int) (size % 1000);
    for (int unit = 100; rest > 0; unit /= 10) {
      out.append((char) ('0' + rest / unit));
      rest %= unit;
    }
  }

  private static double[] powersOfTen() {
    var powers = new double[MAX_EXACT_POWER + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
