package matinee.wire;

/// The numbers that the protocol can carry (WI6). Fractions are carried to the nearest thousandth.
final class Numbers {
  /// The largest whole number that a double holds exactly together with its neighbours: 2^53 - 1.
  static final long MAX_WHOLE = 9_007_199_254_740_991L;

  private Numbers() {}

  /// Throws `IllegalArgumentException`, naming `what`, unless `value` lies within [#MAX_WHOLE]
  /// either way.
  static void check(String what, double value) {
    if (!(Math.abs(value) <= MAX_WHOLE)) {
      throw new IllegalArgumentException(what + " must lie between -(2^53 - 1) and 2^53 - 1");
    }
  }

  /// Throws `IllegalArgumentException`, naming `what`, unless `value` is 0 to [#MAX_WHOLE].
  static void checkCount(String what, long value) {
    if (value < 0 || value > MAX_WHOLE) {
      throw new IllegalArgumentException(what + " must be a whole number from 0 to 2^53 - 1");
    }
  }
}
