package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Evolution;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.server.journal.Entry;
import matinee.wire.EventType;
import matinee.wire.Events;

/// Somebody who looks in by way of another server, and goes at once.
final class Stranger {
  private static final MemberId ID = new MemberId("stranger");

  private Stranger() {}

  /// What that server appends to the history: nothing, if the room lets nobody in.
  static List<Entry> visit(Chronicle chronicle) {
    var state = chronicle.book().last();
    var moment = new Moment(state.at(), Moment.leadFor(java.time.Duration.ZERO));
    var events = new ArrayList<Recorded>();
    for (var command : List.of(new Command.Enter(ID, "A stranger"), new Command.Leave(ID))) {
      if (Decider.decide(state, command, moment) instanceof Decision.Accepted(var more)) {
        events.addAll(more);
        for (var event : more) {
          state = Evolution.evolve(state, event);
        }
      }
    }
    return events.stream().map(Stranger::entry).toList();
  }

  private static Entry entry(Recorded event) {
    var kind = EventType.of(event.event()).wireName();
    return new Entry(event.revision(), event.at(), kind, Events.encode(event));
  }
}
