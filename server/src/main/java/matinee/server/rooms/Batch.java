package matinee.server.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.host.Refusals;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Evolution;
import matinee.room.Moment;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.journal.Entry;

/// What a list of matters makes of a room: each decided on what those before it have left behind.
///
/// `commands` are those that were decided, each with the line that it is about; `decisions` stand
/// in their order, `events` are those of all of them, `entries` the same as the journal is to have
/// them, `after` is the state once they are there, `refusals` are the rejections that are new.
record Batch(
    List<Command> commands,
    List<Decision> decisions,
    List<Recorded> events,
    List<Entry> entries,
    RoomState after,
    Refusals refusals) {

  static Batch decide(
      Rules rules,
      RoomState state,
      List<Matter> agenda,
      Moment moment,
      Refusals refusedBefore,
      Citations citations) {
    var decided = new ArrayList<Command>(agenda.size());
    var decisions = new ArrayList<Decision>(agenda.size());
    var events = new ArrayList<Recorded>();
    var entries = new ArrayList<Entry>();
    var refusals = new Refusals();
    var after = state;
    for (var matter : agenda) {
      var command = citations.cited(matter.command(), events);
      decided.add(command);
      var decision = decide(rules, after, command, moment, refusals, refusedBefore);
      for (var event : decision.events()) {
        entries.add(entry(after, event, matter));
        after = Evolution.evolve(after, event);
        events.add(event);
      }
      decisions.add(decision);
    }
    return new Batch(decided, decisions, events, entries, after, refusals);
  }

  /// `event`, which happens to the room in the state `before`.
  private static Entry entry(RoomState before, Recorded event, Matter matter) {
    var entry = Entries.of(event);
    return matter
        .caller()
        .flatMap(caller -> Moderation.deed(before, event, caller))
        .map(entry::with)
        .orElse(entry);
  }

  private static Decision decide(
      Rules rules,
      RoomState state,
      Command command,
      Moment moment,
      Refusals refusals,
      Refusals before) {
    var known =
        command instanceof Command.Ask ask
            ? refusals.of(ask).or(() -> before.of(ask))
            : Optional.<Reason>empty();
    if (known.isPresent()) {
      return new Decision.Rejected(known.get());
    }
    var decision = rules.decide(state, command, moment);
    if (decision instanceof Decision.Rejected(var reason, var _)
        && command instanceof Command.Ask ask) {
      refusals.add(ask, reason);
    }
    return decision;
  }
}
