package matinee.host;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import matinee.room.Credential;
import matinee.room.MemberId;
import matinee.room.RoomState;

/// What is remembered of who has a place in the room, or had one: that it was so (AC2), and how
/// many commands it may send (CO3). Remembers the last 300 of each. Used by one thread.
final class Places {
  private static final int MOST = 300;
  private static final int COMMANDS_PER_SECOND = 20;
  private static final int COMMANDS_AT_ONCE = 40;

  private final Set<MemberId> known = new LinkedHashSet<>();
  private final Map<MemberId, Allowance> commands = new LinkedHashMap<>();

  /// Of a room that is in `state` now.
  Places(RoomState state) {
    state.members().forEach(member -> add(member.id()));
  }

  /// `member` has a place now.
  void add(MemberId member) {
    known.remove(member);
    known.add(member);
    if (known.size() > MOST) {
      known.remove(known.iterator().next());
    }
  }

  /// What is seen of `member` as it comes.
  Credential credential(MemberId member) {
    return known.contains(member) ? Credential.Place.PLACE : Credential.Nothing.NOTHING;
  }

  /// May `member` send one more command, over all its connections one after the other? If so, it is
  /// counted.
  boolean letsCommand(MemberId member, long nowNanos) {
    var allowance =
        commands.computeIfAbsent(
            member, _ -> new Allowance(COMMANDS_PER_SECOND, COMMANDS_AT_ONCE, nowNanos));
    if (commands.size() > MOST) {
      commands.remove(commands.keySet().iterator().next());
    }
    return allowance.take(nowNanos);
  }
}
