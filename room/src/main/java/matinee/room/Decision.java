package matinee.room;

import java.util.List;

/// The answer to a command.
public sealed interface Decision {

  /// It happens: these events, at least one, in this order, become part of the history together.
  record Accepted(List<Recorded> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("an accepted command has at least one event");
      }
    }
  }

  /// It had already been accepted, as the event with this revision; nothing happens again (ID1).
  record Repeated(long revision) implements Decision {}

  /// It does not happen.
  record Rejected(Reason reason) implements Decision {}
}
