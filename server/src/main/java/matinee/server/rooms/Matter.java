package matinee.server.rooms;

import java.util.Optional;
import matinee.room.Command;
import matinee.wire.Resume;

/// A command on a room's table, and who waits for its answer.
sealed interface Matter {

  Command command();

  /// Who wants it; nobody, where it is a rule of the room, or somebody is just coming in.
  default Optional<Caller> caller() {
    return Optional.empty();
  }

  /// A rule of the room: nobody waits.
  record Own(Command command) implements Matter {}

  /// `from` has come in and waits to be shown the room.
  record Arrival(Command.Enter command, Connection from, Resume resume) implements Matter {}

  /// `from` waits to be told whether its wish is accepted; it came in at room time `receivedMs`.
  record Question(Command.Ask command, Connection from, double receivedMs) implements Matter {
    @Override
    public Optional<Caller> caller() {
      return Optional.of(from.caller());
    }
  }
}
