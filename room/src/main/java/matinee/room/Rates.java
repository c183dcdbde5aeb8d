package matinee.room;

/// The speeds that a room may play at.
public final class Rates {
  public static final double MIN = 0.25;
  public static final double MAX = 4.0;

  private Rates() {}

  /// Is `rate` a number from [#MIN] to [#MAX]?
  public static boolean isAllowed(double rate) {
    return rate >= MIN && rate <= MAX;
  }

  static void check(double rate) {
    if (!isAllowed(rate)) {
      throw new IllegalArgumentException("rate must be 0.25 to 4");
    }
  }
}
