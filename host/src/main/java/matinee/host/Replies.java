package matinee.host;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.wire.CloseCode;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;

/// What whoever keeps a room replies to one connection.
public final class Replies {
  /// Who has missed more than this is given a snapshot (EN2).
  private static final long MAX_MISSED = 500;

  private Replies() {}

  /// The answer to `ask`, on which `decision` led to `after` (CO1).
  public static ServerMessage to(Command.Ask ask, Decision decision, RoomState after) {
    var id = ask.id();
    return switch (decision) {
      case Decision.Accepted(var events) ->
          new ServerMessage.Accepted(id, events.getFirst().revision());
      case Decision.Repeated(long revision) -> new ServerMessage.Accepted(id, revision);
      case Decision.Rejected(var reason, var _) ->
          new ServerMessage.Rejected(id, reason.name(), until(reason, ask, after));
    };
  }

  /// CH2: when somebody who was too quick may say something.
  private static Optional<Instant> until(Reason reason, Command.Ask ask, RoomState state) {
    return reason == Reason.TOO_SOON
        ? state.member(ask.by()).flatMap(state::mayChatFrom)
        : Optional.empty();
  }

  /// After which revision the events were missed by a client that wants to go on in a room in
  /// `state`, whose history is called `epoch`; nothing, if it is better off with a snapshot (EN2,
  /// EN6). So it is as well if one of them tells that a line was removed (CH8).
  public static OptionalLong missedAfter(Resume resume, String epoch, RoomState state) {
    return resume instanceof Resume.From(var known, long revision)
            && !state.people().giant()
            && known.equals(epoch)
            && revision <= state.revision()
            && state.revision() - revision <= MAX_MISSED
        ? OptionalLong.of(revision)
        : OptionalLong.empty();
  }

  /// With which code somebody is not let in on whose coming this was decided.
  public static CloseCode barrier(Decision decision) {
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
