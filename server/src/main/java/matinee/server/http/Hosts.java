package matinee.server.http;

import matinee.room.Action;
import matinee.room.Right;
import matinee.server.access.Pass;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Rooms;

/// Lets host and owner of a room through, who may set its door, to what else is theirs to see to.
/// Blocks.
final class Hosts {
  private final Rooms rooms;
  private final Bearers bearers;

  Hosts(Rooms rooms, Bearers bearers) {
    this.rooms = rooms;
    this.bearers = bearers;
  }

  /// The pass of who asks, who is host or owner of `room`. Throws [Refusal] with `notHost` for
  /// anybody else who is in it.
  Pass check(Exchange exchange, RoomId room, Problem notHost) {
    var pass = bearers.member(exchange, room);
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    var right = state.member(pass.member()).map(it -> Action.SET_DOOR.of(it.role()));
    if (right.filter(Right.ALWAYS::equals).isEmpty()) {
      throw new Refusal(notHost);
    }
    return pass;
  }
}
