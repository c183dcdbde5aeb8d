package matinee.server.journal;

import java.time.Instant;
import java.util.Map;
import matinee.server.audit.Entry;

/// That an event is somebody's deed, which is written down in the audit trail with it: who did it,
/// as the trail calls them, from the network address `origin`; what, and the `details` of it.
public record Deed(String actor, String origin, String action, Map<String, String> details) {
  public Deed {
    details = Map.copyOf(details);
  }

  /// What the audit trail says of it, which was done in `room` at `at`.
  Entry written(RoomId room, Instant at) {
    return Entry.of(at, actor, action, room.value(), origin, details);
  }
}
