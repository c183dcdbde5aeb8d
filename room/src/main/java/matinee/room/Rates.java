package matinee.room;

/// The speeds that a room may play at: whole thousandths of normal speed, so that every position
/// that follows from one is computed exactly (OR3).
public final class Rates {
  public static final double MIN = 0.25;
  public static final double MAX = 4.0;

  private Rates() {}

  /// Is `rate` a number of whole thousandths from [#MIN] to [#MAX]?
  public static boolean isAllowed(double rate) {
    return rate >= MIN && rate <= MAX && thousandths(rate) / 1000.0 == rate;
  }

  /// The allowed speed that is nearest to `rate`.
  public static double nearest(double rate) {
    return thousandths(Math.clamp(rate, MIN, MAX)) / 1000.0;
  }

  /// `rate` in thousandths of normal speed.
  static long thousandths(double rate) {
    return Math.round(rate * 1000);
  }

  static void check(double rate) {
    if (!isAllowed(rate)) {
      throw new IllegalArgumentException("rate must be 0.25 to 4, in whole thousandths");
    }
  }
}
