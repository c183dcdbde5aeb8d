package matinee.wire;

/// The numbers that JSON can carry between any two programs.
final class Numbers {
  /// The largest whole number that a double holds exactly together with its neighbours: 2^53 - 1.
  static final long MAX_WHOLE = 9_007_199_254_740_991L;

  private Numbers() {}

  /// Throws `IllegalArgumentException`, naming `what`, unless `value` is finite.
  static void checkFinite(String what, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " must be a finite number");
    }
  }

  /// Throws `IllegalArgumentException`, naming `what`, unless `value` is 0 to [#MAX_WHOLE].
  static void checkCount(String what, long value) {
    if (value < 0 || value > MAX_WHOLE) {
      throw new IllegalArgumentException(what + " must be a whole number from 0 to 2^53 - 1");
    }
  }
}
