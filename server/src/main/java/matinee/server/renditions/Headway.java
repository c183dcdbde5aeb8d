package matinee.server.renditions;

import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// How far the making of a film has come, by what ffmpeg says of its progress, and whether whoever
/// begins to watch it now would come to its end without having to wait.
final class Headway {
  private static final Pattern TIME = Pattern.compile("out_time_us=([0-9]{1,15})");

  /// So much has to be there in any case: two segments, and the beginning of a third.
  private static final long FIRST_MS = 9_000;

  /// Of the speed so far so much is counted on.
  private static final double STEADY = 0.8;

  private final long lengthMs;
  private final LongSupplier nanoTime;
  private final long begun;

  /// Of a film of `lengthMs`, which is begun now.
  Headway(long lengthMs, LongSupplier nanoTime) {
    this.lengthMs = lengthMs;
    this.nanoTime = nanoTime;
    begun = nanoTime.getAsLong();
  }

  /// How many milliseconds of the film are made, if `line` says so.
  static OptionalLong madeMs(String line) {
    var found = TIME.matcher(line);
    return found.matches()
        ? OptionalLong.of(Long.parseLong(found.group(1)) / 1_000)
        : OptionalLong.empty();
  }

  /// How much of it is made, 0 to 1.
  double share(long madeMs) {
    return Math.min(1, madeMs / Math.max(1.0, lengthMs));
  }

  /// What is missing comes sooner than it is wanted, by the speed so far.
  boolean isAhead(long madeMs) {
    double tookMs = Math.max(1, (nanoTime.getAsLong() - begun) / 1e6);
    double speed = STEADY * madeMs / tookMs;
    return madeMs >= Math.min(FIRST_MS, lengthMs) && madeMs >= (1 - speed) * lengthMs;
  }
}
