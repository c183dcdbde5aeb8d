package matinee.wire;

/// The digits of JSON numbers, both ways, in thousandths: the finest that the protocol tells apart
/// (WI6).
///
/// Whole arithmetic throughout: every platform reads and writes the same digits, and what prints
/// any double whatever (20 KB of a compiled module) is not needed.
final class NumberText {
  private static final int MAX_DIGITS = 18;
  private static final long MAX_THOUSANDTHS = Numbers.MAX_WHOLE * 1000;
  private static final long[] POWERS_OF_TEN = powersOfTen();

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
    if (at >= text.length() || (text.charAt(at) | 0x20) != 'e') {
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
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The JSON number between `start` and `end`, rounded to the nearest thousandth; digits beyond
  /// the 18th count as zeros. Throws `ArithmeticException` when it lies beyond 2^53 - 1 either way.
  static Json.Num read(String text, int start, int end) {
    long digits = 0;
    int places = 0; // of the last digit taken, left of the point
    boolean exact = true;
    boolean fraction = false;
    int i = text.charAt(start) == '-' ? start + 1 : start;
    for (; i < end && (text.charAt(i) | 0x20) != 'e'; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        fraction = true;
      } else if (digits < POWERS_OF_TEN[MAX_DIGITS - 1]) {
        digits = digits * 10 + (c - '0');
        places -= fraction ? 1 : 0;
      } else {
        exact &= c == '0';
        places += fraction ? 0 : 1;
      }
    }
    int power = places + exponent(text, i + 1, end) + 3;
    long thousandths = scaled(digits, power);
    boolean whole = exact && thousandths % 1000 == 0 && isExact(digits, power);
    long carried = carried(thousandths);
    return new Json.Num(text.charAt(start) == '-' ? -carried : carried, whole);
  }

  /// A double tells thousandths apart up to 2^53 of them; beyond, only the whole number is kept.
  private static long carried(long thousandths) {
    return thousandths <= Numbers.MAX_WHOLE
        ? thousandths
        : Math.addExact(thousandths, 500) / 1000 * 1000;
  }

  /// Exponents are taken as far as they make a difference.
  private static int exponent(String text, int start, int end) {
    int exponent = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isDigit(c) && exponent < 1_000_000) {
        exponent = exponent * 10 + (c - '0');
      }
    }
    return start < end && text.charAt(start) == '-' ? -exponent : exponent;
  }

  /// `digits` times ten to the power of `power`, rounded.
  private static long scaled(long digits, int power) {
    if (digits == 0 || power < -MAX_DIGITS) {
      return 0;
    }
    if (power < 0) {
      long unit = POWERS_OF_TEN[-power];
      long rest = digits % unit;
      return digits / unit + (rest >= unit - rest ? 1 : 0);
    }
    if (power > MAX_DIGITS || digits > MAX_THOUSANDTHS / POWERS_OF_TEN[power]) {
      throw new ArithmeticException("beyond 2^53 - 1");
    }
    return digits * POWERS_OF_TEN[power];
  }

  private static boolean isExact(long digits, int power) {
    return power >= 0
        || digits == 0
        || (power >= -MAX_DIGITS && digits % POWERS_OF_TEN[-power] == 0);
  }

  /// Appends `value`, which lies within 2^53 - 1 either way, rounded to the nearest thousandth, or
  /// to the nearest whole number where a double does not tell thousandths apart.
  static void append(StringBuilder out, double value) {
    long whole = (long) value;
    if (whole == value) {
      out.append(whole);
      return;
    }
    double size = Math.abs(value);
    if (size * 1000 > Numbers.MAX_WHOLE) {
      out.append(Math.round(value));
      return;
    }
    long units = (long) size;
    int rest = (int) Math.round((size - units) * 1000);
    if (rest == 1000) {
      units++;
      rest = 0;
    }
    out.append(value < 0 && (units > 0 || rest > 0) ? "-" : "").append(units);
    if (rest > 0) {
      out.append('.');
    }
    for (int unit = 100; rest > 0; unit /= 10) {
      out.append((char) ('0' + rest / unit));
      rest %= unit;
    }
  }

  private static long[] powersOfTen() {
    var powers = new long[MAX_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
