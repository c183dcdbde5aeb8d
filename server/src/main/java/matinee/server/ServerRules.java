package matinee.server;

import matinee.room.Access;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.server.moving.Moving;
import matinee.server.moving.Neighbours;
import matinee.server.rooms.Rules;

/// By which rules the rooms of a server decide: those of protocol/ROOM.md, and what this server
/// cannot do.
final class ServerRules {
  private ServerRules() {}

  /// Those of a server at `place`.
  static Rules of(Config.Place place, Neighbours neighbours) {
    var rules = Moving.rules(place.regions(), neighbours);
    return place.listsRooms() ? rules : unlisted(rules);
  }

  /// `rules`, by which no room becomes one that would be listed.
  private static Rules unlisted(Rules rules) {
    return (state, command, moment) -> {
      var decision = rules.decide(state, command, moment);
      return decision instanceof Decision.Accepted && command instanceof Command.Ask ask
          ? decision(state, ask, moment, decision)
          : decision;
    };
  }

  private static Decision decision(
      RoomState state, Command.Ask ask, Moment moment, Decision decision) {
    return ask.wish() instanceof Wish.SetDoor(var door)
            && door.access() == Access.PUBLIC
            && state.settings().door().access() != Access.PUBLIC
        ? Decider.refuse(state, ask, Reason.NO_PUBLIC_LIST, moment)
        : decision;
  }
}
