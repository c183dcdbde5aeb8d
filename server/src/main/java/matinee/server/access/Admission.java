package matinee.server.access;

import java.util.Optional;
import matinee.room.MemberId;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Caller;
import matinee.server.rooms.Entrant;

/// What a ticket stands for: `entrant` may open one connection to `room`, which ends with `session`
/// if it is one that somebody has by being signed in. Whoever asked for it did so from `address`.
public record Admission(RoomId room, Entrant entrant, String address, Optional<SessionId> session) {

  /// That of a guest.
  public Admission(RoomId room, Entrant entrant, String address) {
    this(room, entrant, address, Optional.empty());
  }

  /// That of the guest `member` where it watches, called `name`.
  public Admission(RoomId room, MemberId member, String name, String address) {
    this(room, new Entrant.OnScreen(member, name), address);
  }

  /// Whose connection it is.
  public Caller caller() {
    return new Caller(Pass.actor(session, entrant.member()), address);
  }
}
