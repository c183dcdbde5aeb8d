package matinee.host;

import java.util.Optional;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.RoomState;

/// Who keeps a room next (PE5).
public final class Succession {

  private Succession() {}

  /// Who is to keep the room when `keeper` has gone: of those who are connected as `state` says,
  /// the longest present; nobody, if nobody else is. Whoever knows the same of the room finds the
  /// same.
  public static Optional<MemberId> after(MemberId keeper, RoomState state) {
    return state.members().stream()
        .filter(member -> member.isHere() && !member.id().equals(keeper))
        .map(Member::id)
        .findFirst();
  }
}
