package matinee.host;

import java.util.Optional;
import matinee.room.Access;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.Wish;

/// By which rules a room without a server decides: those of protocol/ROOM.md, and what cannot be
/// done without one (PE2, PE4).
final class PeerRules {
  /// How many are in such a room at most: each has a line to each.
  static final int MOST_MEMBERS = 8;

  private PeerRules() {}

  /// As [Decider#decide].
  static Decision decide(RoomState state, Command command, Moment moment) {
    var decision = Decider.decide(state, command, moment);
    if (!(decision instanceof Decision.Accepted)) {
      return decision;
    }
    return switch (command) {
      case Command.Enter enter when isOneTooMany(state, enter) ->
          new Decision.Rejected(Reason.ROOM_FULL);
      case Command.Ask ask ->
          obstacle(ask.wish())
              .map(reason -> Decider.refuse(state, ask, reason, moment))
              .orElse(decision);
      case Command _ -> decision;
    };
  }

  private static boolean isOneTooMany(RoomState state, Command.Enter enter) {
    return state.members().size() >= MOST_MEMBERS && state.member(enter.member()).isEmpty();
  }

  private static Optional<Reason> obstacle(Wish wish) {
    return switch (wish) {
      case Wish.MoveRoom _ -> Optional.of(Reason.NO_SUCH_REGION);
      case Wish.SetDoor(var door) when door.access() == Access.PUBLIC ->
          Optional.of(Reason.NO_PUBLIC_LIST);
      case Wish _ -> Optional.empty();
    };
  }
}
