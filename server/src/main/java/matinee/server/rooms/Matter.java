package matinee.server.rooms;

import matinee.room.Command;
import matinee.wire.Resume;

/// A command on a room's table, and who waits for its answer.
sealed interface Matter {

  Command command();

  /// A rule of the room: nobody waits.
  record Own(Command command) implements Matter {}

  /// `from` has come in and waits to be shown the room.
  record Arrival(Command.Enter command, Connection from, Resume resume) implements Matter {}

  /// `from` waits to be told whether its wish is accepted; it came in at room time `receivedMs`.
  record Question(Command.Ask command, Connection from, double receivedMs) implements Matter {}
}
