package matinee.server.rooms;

import matinee.room.CommandId;
import matinee.room.Wish;
import matinee.server.bus.News;
import matinee.server.fanout.CloseCode;
import matinee.wire.Resume;
import matinee.wire.Vitals;

/// What a room has to be told.
public sealed interface Letter {

  /// What a connection has to tell its room.
  sealed interface OfConnection extends Letter {

    /// Who wrote it.
    Connection from();

    @Override
    default void close(CloseCode code) {
      from().outbox().close(code);
    }
  }

  /// The letter cannot be answered: who wrote it is sent away.
  void close(CloseCode code);

  /// Let me in (EN2).
  record Enter(Connection from, Resume resume) implements OfConnection {}

  /// I want `wish` (CO1). It came in at room time `receivedMs`.
  record Ask(Connection from, CommandId id, long seen, Wish wish, double receivedMs)
      implements OfConnection {}

  /// My player is like this.
  record Report(Connection from, Vitals vitals) implements OfConnection {}

  /// I go and do not come back (ME4).
  record Leave(Connection from) implements OfConnection {}

  /// I am closed.
  record Gone(Connection from) implements OfConnection {}

  /// This is new from other servers.
  record Heard(News news) implements Letter {
    @Override
    public void close(CloseCode code) {}
  }
}
