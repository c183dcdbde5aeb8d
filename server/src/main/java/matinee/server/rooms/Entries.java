package matinee.server.rooms;

import java.util.List;
import matinee.room.Recorded;
import matinee.server.journal.Entry;
import matinee.wire.Decoded;
import matinee.wire.Events;

/// Events as the journal holds them, and back. This is the one place where an event becomes bytes
/// (WI5).
final class Entries {

  private Entries() {}

  static List<Entry> of(List<Recorded> events) {
    return events.stream()
        .map(it -> new Entry(it.revision(), it.at(), EventKinds.of(it.event()), Events.encode(it)))
        .toList();
  }

  /// The event in `entry`. A journal that holds anything else is broken.
  static Recorded event(Entry entry) {
    return switch (Events.decode(entry.body())) {
      case Decoded.Value<Recorded>(var event) -> event;
      case Decoded.Malformed<Recorded>(var field, var message) ->
          throw new IllegalStateException(
              "event " + entry.revision() + " cannot be read: " + field + " " + message);
    };
  }
}
