package matinee.server.rooms;

import static matinee.wire.EventType.AUTO_ADVANCE_CHANGED;
import static matinee.wire.EventType.BANNED;
import static matinee.wire.EventType.CONTROL_CHANGED;
import static matinee.wire.EventType.DEQUEUED;
import static matinee.wire.EventType.HOST_CHANGED;
import static matinee.wire.EventType.JOINED;
import static matinee.wire.EventType.KICKED;
import static matinee.wire.EventType.LEFT;
import static matinee.wire.EventType.LOCK_CHANGED;
import static matinee.wire.EventType.MEDIA_LOADED;
import static matinee.wire.EventType.MOVED_AWAY;
import static matinee.wire.EventType.MUTED_CHANGED;
import static matinee.wire.EventType.PLAYBACK_CHANGED;
import static matinee.wire.EventType.PROPOSAL_ENDED;
import static matinee.wire.EventType.PROPOSED;
import static matinee.wire.EventType.QUEUED;
import static matinee.wire.EventType.RENAMED;
import static matinee.wire.EventType.SAID;
import static matinee.wire.EventType.SLOW_MODE_CHANGED;
import static matinee.wire.EventType.STANDING_CHANGED;
import static matinee.wire.EventType.UNBANNED;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.Recorded;
import matinee.server.journal.Entry;
import matinee.wire.Decoded;
import matinee.wire.EventType;
import matinee.wire.Events;

/// Events as the journal holds them, and back. This is the one place where an event becomes bytes
/// (WI5).
final class Entries {

  /// The kinds of what is shown between the lines of a chat.
  static final Set<String> CHAT =
      Stream.of(
              SAID,
              JOINED,
              LEFT,
              RENAMED,
              HOST_CHANGED,
              CONTROL_CHANGED,
              STANDING_CHANGED,
              KICKED,
              BANNED,
              UNBANNED,
              MUTED_CHANGED,
              LOCK_CHANGED,
              SLOW_MODE_CHANGED,
              MOVED_AWAY,
              PROPOSED,
              PROPOSAL_ENDED,
              QUEUED,
              DEQUEUED,
              AUTO_ADVANCE_CHANGED,
              MEDIA_LOADED,
              PLAYBACK_CHANGED)
          .map(EventType::wireName)
          .collect(Collectors.toUnmodifiableSet());

  /// The same in a giant (GI1), where those who come and go would be nearly all.
  static final Set<String> CHAT_OF_A_GIANT =
      CHAT.stream()
          .filter(kind -> !kind.equals(JOINED.wireName()) && !kind.equals(LEFT.wireName()))
          .collect(Collectors.toUnmodifiableSet());

  private Entries() {}

  static List<Entry> of(List<Recorded> events) {
    return events.stream().map(Entries::of).toList();
  }

  private static Entry of(Recorded event) {
    var kind = EventType.of(event.event()).wireName();
    return new Entry(event.revision(), event.at(), kind, Events.encode(event));
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
