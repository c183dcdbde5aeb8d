package matinee.server.rooms;

import matinee.room.Command;
import matinee.server.bus.News;
import matinee.server.fanout.CloseCode;
import matinee.wire.ClientMessage;
import matinee.wire.Resume;
import matinee.wire.Signal;
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

  /// Up to which revision who wrote it knows the history that is called `epoch`.
  default long seen(String epoch) {
    return 0;
  }

  /// Let me in (EN2).
  record Enter(Connection from, Resume resume) implements OfConnection {
    @Override
    public long seen(String epoch) {
      return resume instanceof Resume.From(var known, long revision) && known.equals(epoch)
          ? revision
          : 0;
    }
  }

  /// I want something (CO1). It came in at room time `receivedMs`.
  record Ask(Connection from, ClientMessage.Request request, double receivedMs)
      implements OfConnection {
    @Override
    public long seen(String epoch) {
      return request.seen();
    }

    Command.Ask command() {
      return new Command.Ask(
          request.id(),
          from.member(),
          from.entrant().device(),
          request.seen(),
          request.again(),
          request.wish());
    }
  }

  /// My player is like this.
  record Report(Connection from, Vitals vitals) implements OfConnection {}

  /// Show this to the others for a moment (SI1).
  record Signalled(Connection from, Signal signal) implements OfConnection {}

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
