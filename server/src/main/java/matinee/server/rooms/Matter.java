package matinee.server.rooms;

import java.util.Optional;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Reason;
import matinee.server.fanout.CloseCode;
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
  record Arrival(Command.Enter command, Connection from, Resume resume) implements Matter {
    /// Why nobody was let in.
    static CloseCode barrier(Decision decision) {
      return switch (decision) {
        case Decision.Rejected(var reason, var _) -> barrier(reason);
        case Decision.Accepted _, Decision.Repeated _ -> CloseCode.KICKED; // OD1, in the same turn
      };
    }

    private static CloseCode barrier(Reason reason) {
      if (reason == Reason.BANNED) {
        return CloseCode.BANNED; // OD2
      }
      if (reason == Reason.LOCKED) {
        return CloseCode.LOCKED; // OD4
      }
      if (reason == Reason.MOVED) {
        return CloseCode.MOVED; // RG1
      }
      if (reason == Reason.CLOSED) {
        return CloseCode.CLOSED; // AC7
      }
      if (reason == Reason.NOT_INVITED) {
        return CloseCode.NOT_INVITED; // AC2
      }
      return reason == Reason.PASSWORD_NEEDED
          ? CloseCode.PASSWORD_NEEDED
          : CloseCode.ROOM_FULL; // ME6, AC3
    }
  }

  /// `from` waits to be told whether its wish is accepted; it came in at room time `receivedMs`.
  record Question(Command.Ask command, Connection from, double receivedMs) implements Matter {
    @Override
    public Optional<Caller> caller() {
      return Optional.of(from.caller());
    }
  }
}
