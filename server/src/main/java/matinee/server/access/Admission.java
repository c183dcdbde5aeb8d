package matinee.server.access;

import matinee.room.MemberId;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Entrant;

/// What a ticket stands for: `entrant` may open one connection to `room`. Whoever asked for it did
/// so from `address`.
public record Admission(RoomId room, Entrant entrant, String address) {

  /// That of `member` where it watches, called `name`.
  public Admission(RoomId room, MemberId member, String name, String address) {
    this(room, new Entrant.OnScreen(member, name), address);
  }
}
