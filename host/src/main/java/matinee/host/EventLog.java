package matinee.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import matinee.room.Event;
import matinee.room.Line;
import matinee.room.Recorded;
import matinee.wire.Events;

/// The newest events of a room, each with the text that every member receives (WI5): all the
/// history that there is of a room without a server (PE3).
///
/// Bounds: 2,000 events, and 1,048,576 characters of their texts; older ones give way. Used by one
/// thread.
final class EventLog {
  private static final int MOST = 2_000;
  private static final int MOST_CHARS = 1 << 20;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int chars;
  private long newest;

  private record Entry(Recorded event, String text) {}

  /// Of a room of which nothing is known but how it is after `revision`.
  EventLog(long revision) {
    newest = revision;
  }

  /// `event` follows the newest. Returns its text.
  String add(Recorded event) {
    var entry = new Entry(event, Events.encode(event));
    newest = event.revision();
    entries.addLast(entry);
    chars += entry.text.length();
    while (entries.size() > MOST || chars > MOST_CHARS) {
      chars -= entries.removeFirst().text.length();
    }
    return entry.text;
  }

  /// The texts of all events after `revision`, which is not above the newest, oldest first;
  /// nothing, if not all of them are held, or one of them tells that a line was removed (CH8).
  Optional<List<String>> after(long revision) {
    var missed = new ArrayList<String>();
    long wanted = newest - revision;
    for (Iterator<Entry> latest = entries.descendingIterator();
        missed.size() < wanted && latest.hasNext(); ) {
      var entry = latest.next();
      if (entry.event.event() instanceof Event.LineRemoved) {
        return Optional.empty();
      }
      missed.addFirst(entry.text);
    }
    return missed.size() < wanted ? Optional.empty() : Optional.of(missed);
  }

  /// The line of the chat that is named by this revision, as far as it is held (CH3).
  Optional<Line> line(long revision) {
    return Line.of(
        entries.stream().map(Entry::event).filter(event -> Line.isAbout(event, revision)).toList());
  }
}
