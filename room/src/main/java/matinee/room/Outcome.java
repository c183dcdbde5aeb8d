package matinee.room;

import java.util.List;

/// What one group of rules makes of a command, before the events get their revisions.
sealed interface Outcome {

  record Happens(List<Event> events) implements Outcome {}

  record Refused(Reason reason) implements Outcome {}

  static Outcome happens(Event... events) {
    return new Happens(List.of(events));
  }

  static Outcome refused(Reason reason) {
    return new Refused(reason);
  }
}
