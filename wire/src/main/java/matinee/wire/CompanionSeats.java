package matinee.wire;

import java.time.Instant;
import java.util.List;
import matinee.room.MemberId;

/// All companions of `member` that are connected to a server, none or more.
public record CompanionSeats(MemberId member, List<One> connected) {

  /// The companion called `id` is connected `since` this room time, in whole milliseconds.
  public record One(String id, Instant since) {}

  public CompanionSeats {
    connected = List.copyOf(connected);
  }
}
