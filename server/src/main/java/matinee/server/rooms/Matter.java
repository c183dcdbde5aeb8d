package matinee.server.rooms;

import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Reason;
import matinee.server.fanout.CloseCode;
import matinee.wire.Resume;

/// A command on a room's table, and who waits for its answer.
sealed interface Matter {

  Command command();

  /// A rule of the room: nobody waits.
  record Own(Command command) implements Matter {}

  /// `from` has come in and waits to be shown the room.
  record Arrival(Command.Enter command, Connection from, Resume resume) implements Matter {
    /// Why nobody was let in.
    static CloseCode barrier(Decision decision) {
      return switch (decision) {
        case Decision.Rejected(var reason, var _) when reason == Reason.BANNED ->
            CloseCode.BANNED; // OD2
        case Decision.Rejected(var reason, var _) when reason == Reason.LOCKED ->
            CloseCode.LOCKED; // OD4
        case Decision.Rejected(var reason, var _) when reason == Reason.MOVED ->
            CloseCode.MOVED; // RG1
        case Decision.Rejected _ -> CloseCode.ROOM_FULL; // ME6
        case Decision.Accepted _, Decision.Repeated _ -> CloseCode.KICKED; // OD1, in the same turn
      };
    }
  }

  /// `from` waits to be told whether its wish is accepted; it came in at room time `receivedMs`.
  record Question(Command.Ask command, Connection from, double receivedMs) implements Matter {}
}
