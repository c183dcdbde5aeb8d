package matinee.host;

import java.util.List;
import java.util.Optional;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Evolution;
import matinee.room.Moment;
import matinee.room.Reason;
import matinee.room.RoomState;

/// A room and what it remembers: its state, the newest of its events, and what it has rejected.
/// Used by one thread.
final class KeptRoom {
  private final EventLog log;
  private final Refusals refusals = new Refusals();
  private RoomState state;

  /// The room is in `state`, and nobody knows how it came to that.
  KeptRoom(RoomState state) {
    this.state = state;
    log = new EventLog(state.revision());
  }

  RoomState state() {
    return state;
  }

  /// The texts of the events after `revision`, as far as that is told (EN2).
  Optional<List<String>> since(long revision) {
    return log.after(revision);
  }

  /// What became of a command; `texts` are those of its events, which are true now.
  record Settled(Decision decision, List<String> texts) {}

  /// Decides `command`, and makes true what comes of it.
  Settled settle(Command command, Moment moment) {
    var decision = decide(command, moment);
    var texts = decision.events().stream().map(log::add).toList();
    for (var event : decision.events()) {
      state = Evolution.evolve(state, event);
    }
    return new Settled(decision, texts);
  }

  private Decision decide(Command command, Moment moment) {
    return command instanceof Command.Ask ask
        ? answer(ask, moment)
        : PeerRules.decide(state, command, moment);
  }

  private Decision answer(Command.Ask ask, Moment moment) {
    var known = refusals.of(ask);
    if (known.isPresent()) {
      return new Decision.Rejected(known.get());
    }
    var decision = PeerRules.decide(state, cited(ask), moment);
    if (decision instanceof Decision.Rejected(Reason reason, var _)) {
      refusals.add(ask, reason);
    }
    return decision;
  }

  /// CH3.
  private Command.Ask cited(Command.Ask ask) {
    return ask.line().isPresent() ? ask.citing(log.line(ask.line().getAsLong())) : ask;
  }
}
