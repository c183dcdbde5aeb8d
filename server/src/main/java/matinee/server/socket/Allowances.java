package matinee.server.socket;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import matinee.host.Allowance;
import matinee.room.MemberId;
import matinee.server.Config.CommandLimits;
import matinee.server.journal.RoomId;

/// How many commands each member may still send (CO3): one [Allowance] for all connections that a
/// member opens one after the other. Remembers the 50,000 members who connected last. Safe for use
/// by any thread; so are the allowances, to who holds their monitor: two connections of a member
/// may meet for a moment.
final class Allowances {
  private static final int CAPACITY = 50_000;

  private final CommandLimits limits;

  /// In the order of their last connection.
  private final SequencedMap<Key, Allowance> remembered = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(RoomId room, MemberId member) {}

  Allowances(CommandLimits limits) {
    this.limits = limits;
  }

  /// The allowance of `member` in `room`; a full one for who has not been here for long.
  Allowance of(RoomId room, MemberId member, long nowNanos) {
    var key = new Key(room, member);
    synchronized (remembered) {
      var allowance =
          remembered.computeIfAbsent(
              key, _ -> new Allowance(limits.perSecond(), limits.burst(), nowNanos));
      if (remembered.size() > CAPACITY) {
        remembered.pollFirstEntry();
      }
      return allowance;
    }
  }
}
