package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The clock of all rooms: the wall clock when the server started, carried on by a clock that never
/// goes back and that nobody adjusts. Safe for use by any thread.
public final class RoomTime {
  private static final double NANOS_PER_MS = 1e6;
  private static final double MS_PER_SECOND = 1e3;

  private final LongSupplier nanoTime;
  private final long startNanos;
  private final Instant start;

  /// `start` is the wall clock's time now, `nanoTime` a monotonic clock.
  public RoomTime(Instant start, LongSupplier nanoTime) {
    this.start = start;
    this.nanoTime = nanoTime;
    startNanos = nanoTime.getAsLong();
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
    return nanoTime.getAsLong() - startNanos;
  }
}
