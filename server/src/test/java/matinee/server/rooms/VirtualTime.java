package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;

/// A clock that stands until it is told to go on.
final class VirtualTime {
  static final Instant START = Instant.ofEpochMilli(1_800_000_000_000L);

  private long nanos;

  /// A room's clock on this one, which starts at `start` now.
  RoomTime from(Instant start) {
    return new RoomTime(start, () -> nanos);
  }

  void advance(Duration by) {
    nanos += by.toNanos();
  }
}
