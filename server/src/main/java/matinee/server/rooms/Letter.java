package matinee.server.rooms;

import matinee.room.CommandId;
import matinee.room.Wish;
import matinee.wire.Resume;
import matinee.wire.Vitals;

/// What a connection has to tell its room.
public sealed interface Letter {

  /// Who wrote it.
  Connection from();

  /// Let me in (EN2).
  record Enter(Connection from, Resume resume) implements Letter {}

  /// I want `wish` (CO1). It came in at room time `receivedMs`.
  record Ask(Connection from, CommandId id, long seen, Wish wish, double receivedMs)
      implements Letter {}

  /// My player is like this.
  record Report(Connection from, Vitals vitals) implements Letter {}

  /// I go and do not come back (ME4).
  record Leave(Connection from) implements Letter {}

  /// I am closed.
  record Gone(Connection from) implements Letter {}
}
