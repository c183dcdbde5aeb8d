package matinee.server.rooms;

import static matinee.wire.EventType.AUTO_ADVANCE_CHANGED;
import static matinee.wire.EventType.BANNED;
import static matinee.wire.EventType.CONTROL_CHANGED;
import static matinee.wire.EventType.DEQUEUED;
import static matinee.wire.EventType.FILM_VANISHED;
import static matinee.wire.EventType.HOST_CHANGED;
import static matinee.wire.EventType.JOINED;
import static matinee.wire.EventType.KICKED;
import static matinee.wire.EventType.LEFT;
import static matinee.wire.EventType.LINE_EDITED;
import static matinee.wire.EventType.LINE_REMOVED;
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
import static matinee.wire.EventType.WRITERS_CHANGED;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.Event;
import matinee.room.Recorded;
import matinee.server.journal.Entry;
import matinee.wire.Decoded;
import matinee.wire.EventType;
import matinee.wire.Events;

/// Events as the journal holds them, and back. This is the one place where an event becomes bytes
/// (WI5).
public final class Entries {

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
              WRITERS_CHANGED,
              MOVED_AWAY,
              PROPOSED,
              PROPOSAL_ENDED,
              QUEUED,
              DEQUEUED,
              AUTO_ADVANCE_CHANGED,
              MEDIA_LOADED,
              FILM_VANISHED,
              PLAYBACK_CHANGED)
          .map(EventType::wireName)
          .collect(Collectors.toUnmodifiableSet());

  /// The same in a giant (GI1), where those who come and go would be nearly all.
  static final Set<String> CHAT_OF_A_GIANT =
      CHAT.stream()
          .filter(kind -> !kind.equals(JOINED.wireName()) && !kind.equals(LEFT.wireName()))
          .collect(Collectors.toUnmodifiableSet());

  /// The kinds of what happens to lines of the chat, [#REACTED] apart.
  static final Set<String> CHANGED = Set.of(LINE_EDITED.wireName(), LINE_REMOVED.wireName());

  static final Set<String> REACTED = Set.of(EventType.REACTED.wireName());

  /// The kinds of everything that happens to lines of the chat.
  static final Set<String> OF_LINES =
      Stream.of(CHANGED, REACTED).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  /// What a chat is made of: what is shown in it, and what has happened to that.
  static final Set<String> WHOLE_CHAT =
      Stream.of(CHAT, OF_LINES).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private static final String REMOVAL = "{\"type\":\"%s\"".formatted(LINE_REMOVED.wireName());

  private Entries() {}

  static List<Entry> of(List<Recorded> events) {
    return events.stream().map(Entries::of).toList();
  }

  static Entry of(Recorded event) {
    var kind = EventType.of(event.event()).wireName();
    return new Entry(
        event.revision(), event.at(), kind, Events.encode(event), about(event.event()));
  }

  /// Does this JSON text of an event tell that a line was removed (CH4)?
  static boolean isRemoval(String body) {
    return body.startsWith(REMOVAL);
  }

  /// `entry`, which came without saying so, about the line that its text says.
  static Entry about(Entry entry) {
    return OF_LINES.contains(entry.kind())
        ? new Entry(
            entry.revision(), entry.at(), entry.kind(), entry.body(), about(event(entry).event()))
        : entry;
  }

  private static OptionalLong about(Event event) {
    return event instanceof Event.OfLine ofLine
        ? OptionalLong.of(ofLine.line())
        : OptionalLong.empty();
  }

  /// The event in `entry`. A journal that holds anything else is broken.
  public static Recorded event(Entry entry) {
    return event(entry.revision(), entry.body());
  }

  /// `body` of something that was said, as `edited` has it.
  public static String retold(long line, String body, Event.LineEdited edited) {
    var before = event(line, body);
    if (!(before.event() instanceof Event.Said(_, var regards))) {
      throw new IllegalStateException("event " + line + " is nothing that was said");
    }
    var event = new Event.Said(edited.text(), regards.mentioningInstead(edited.mentions()));
    return Events.encode(new Recorded(line, before.at(), before.author(), event));
  }

  private static Recorded event(long revision, String body) {
    return switch (Events.decode(body)) {
      case Decoded.Value<Recorded>(var event) -> event;
      case Decoded.Malformed<Recorded>(var field, var message) ->
          throw new IllegalStateException(
              "event " + revision + " cannot be read: " + field + " " + message);
    };
  }
}
