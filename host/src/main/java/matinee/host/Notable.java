package matinee.host;

import matinee.wire.Measured;
import matinee.wire.Vitals;

/// Which changes of a member's vitals are worth telling the others. Figures waver with every
/// measurement; a room that told each of them would never be still.
final class Notable {
  private static final double SYNC_ERROR_STEP_MS = 4;
  private static final double ROUND_TRIP_STEP_MS = 10;
  private static final double BUFFERED_STEP_MS = 5_000;
  private static final double SHARE = 0.25;

  private Notable() {}

  /// Has a member whose vitals were last told as `told` changed noticeably if they are `now`?
  static boolean isChange(Vitals told, Vitals now) {
    return told.condition() != now.condition()
        || moved(told.syncErrorMs(), now.syncErrorMs(), SYNC_ERROR_STEP_MS)
        || moved(told.roundTripMs(), now.roundTripMs(), ROUND_TRIP_STEP_MS)
        || moved(told.bufferedMs(), now.bufferedMs(), BUFFERED_STEP_MS);
  }

  /// By a quarter of what it was, and by no less than `step`.
  private static boolean moved(Measured told, Measured now, double step) {
    return switch (told) {
      case Measured.Not _ -> now instanceof Measured.Ms;
      case Measured.Ms(double before) ->
          switch (now) {
            case Measured.Not _ -> true;
            case Measured.Ms(double after) ->
                Math.abs(after - before) >= Math.max(step, SHARE * Math.abs(before));
          };
    };
  }
}
