package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The clock of all rooms: the wall clock when the server started, carried on by a clock that never
/// goes back. It can be told to run a little faster or slower for a while; it never jumps, and
/// never stands. Safe for use by any thread.
public final class RoomTime {
  private static final double NANOS_PER_MS = 1e6;
  private static final double MS_PER_SECOND = 1e3;

  /// How much faster or slower it runs while it is adjusted: half of what people's pages take for a
  /// clock's drift.
  private static final double ADJUSTMENT = 5e-4;

  private final LongSupplier nanoTime;
  private final Instant start;
  private volatile Course course;

  /// At the monotonic instant `fromNanos`, `passedNanos` had passed since the start; for `nanos`
  /// from there on it gains `gain` nanoseconds each.
  private record Course(long fromNanos, long passedNanos, double gain, long nanos) {

    long passedAt(long now) {
      long since = now - fromNanos;
      return passedNanos + since + (long) (Math.min(since, nanos) * gain);
    }
  }

  /// `start` is the wall clock's time now, `nanoTime` a monotonic clock.
  public RoomTime(Instant start, LongSupplier nanoTime) {
    this.start = start;
    this.nanoTime = nanoTime;
    course = new Course(nanoTime.getAsLong(), 0, 0, 0);
  }

  /// The clock of a server that starts when the wall clock shows `wall`, and in whose journal rooms
  /// were last kept at `keptBefore`: room time does not go back when the wall clock did, or rooms
  /// would stand until it has caught up.
  public static RoomTime resuming(
      Instant wall, Optional<Instant> keptBefore, LongSupplier nanoTime) {
    return new RoomTime(keptBefore.filter(wall::isBefore).orElse(wall), nanoTime);
  }

  /// When this clock was started.
  public Instant start() {
    return start;
  }

  /// The room time, in whole milliseconds: the resolution in which events are kept (WI4).
  public Instant now() {
    return Instant.ofEpochMilli(start.plusNanos(passedNanos()).toEpochMilli());
  }

  /// The room time in milliseconds since 1970, to a microsecond or better.
  public double nowMs() {
    return start.getEpochSecond() * MS_PER_SECOND
        + (start.getNano() + passedNanos()) / NANOS_PER_MS;
  }

  /// How long it is until `instant`; zero when it has come.
  Duration until(Instant instant) {
    var left = Duration.between(start.plusNanos(passedNanos()), instant);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private long passedNanos() {
    return course.passedAt(nanoTime.getAsLong());
  }

  /// Runs faster by a two thousandth until it has gained `ms`, or slower until it has lost -`ms`;
  /// what it was told before is forgotten. Called by one thread.
  public void gain(double ms) {
    long now = nanoTime.getAsLong();
    double gain = Math.copySign(ADJUSTMENT, ms);
    course = new Course(now, course.passedAt(now), gain, (long) (ms * NANOS_PER_MS / gain));
  }
}
