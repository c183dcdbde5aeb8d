package matinee.room;

import java.util.List;

/// The answer to a command.
public sealed interface Decision {

  /// What becomes part of the history by it, in this order.
  List<Recorded> events();

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
  record Repeated(long revision) implements Decision {
    @Override
    public List<Recorded> events() {
      return List.of();
    }
  }

  /// It does not happen. If it was sent again, one event says so to whoever gets another copy of it
  /// (ID6).
  record Rejected(Reason reason, List<Recorded> events) implements Decision {
    public Rejected {
      events = List.copyOf(events);
    }

    /// Nobody remembers it.
    public Rejected(Reason reason) {
      this(reason, List.of());
    }
  }
}
