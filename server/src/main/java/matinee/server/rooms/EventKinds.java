package matinee.server.rooms;

import java.util.Set;
import matinee.room.Event;

/// The kind under which the journal files an event: its `type` on the wire.
final class EventKinds {
  /// What is shown between the lines of a chat.
  static final Set<String> CHAT =
      Set.of("said", "joined", "left", "renamed", "hostChanged", "mediaLoaded", "playbackChanged");

  private EventKinds() {}

  static String of(Event event) {
    return switch (event) {
      case Event.Joined _ -> "joined";
      case Event.Lost _ -> "lost";
      case Event.Returned _ -> "returned";
      case Event.Left _ -> "left";
      case Event.Renamed _ -> "renamed";
      case Event.HostChanged _ -> "hostChanged";
      case Event.ControlChanged _ -> "controlChanged";
      case Event.MediaLoaded _ -> "mediaLoaded";
      case Event.LengthLearnt _ -> "lengthLearnt";
      case Event.PlaybackChanged _ -> "playbackChanged";
      case Event.ReadinessChanged _ -> "readinessChanged";
      case Event.Said _ -> "said";
    };
  }
}
