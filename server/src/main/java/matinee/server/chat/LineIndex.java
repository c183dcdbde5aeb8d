package matinee.server.chat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import matinee.room.Event;
import matinee.room.Recorded;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.rooms.Entries;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import matinee.server.text.Words;
import matinee.wire.EventType;
import matinee.wire.Events;

/// Knows the lines of rooms by their words. Whatever the journal has by now is read before somebody
/// searches, [#STEP] events in a transaction; whoever sends a message pays nothing for it (0049).
/// Blocks. Safe for use by any thread, and by several servers.
final class LineIndex {
  private static final int STEP = 500;
  private static final int MOST_STEPS = 20;

  private static final Set<String> KINDS =
      Set.of(
          EventType.SAID.wireName(),
          EventType.LINE_EDITED.wireName(),
          EventType.LINE_REMOVED.wireName());

  private final Database database;
  private final Journal journal;

  LineIndex(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /// Reads what has happened in the room since it was last read, or the first 10,000 events of it;
  /// false if there may be more.
  boolean catchUp(History history) {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      long from = database.read(session -> LineRows.indexed(session, history.key()));
      var entries = journal.since(history, from, STEP);
      var changes = changes(entries);
      boolean isAll = entries.size() < STEP;
      if (isAll && changes.isEmpty()) {
        return true;
      }
      long to = entries.getLast().revision();
      var _ = database.write(history.key(), session -> step(session, history, from, to, changes));
    }
    return false;
  }

  /// A change of a line and what it reads then.
  private record Change(Recorded event, Set<String> words) {}

  private static List<Change> changes(List<Entry> entries) {
    var changes = new ArrayList<Change>();
    for (var entry : entries) {
      if (KINDS.contains(entry.kind())) {
        var event = Entries.event(entry);
        changes.add(new Change(event, Words.of(text(event.event()))));
      }
    }
    return changes;
  }

  private static String text(Event event) {
    return switch (event) {
      case Event.Said(var text, _) -> text;
      case Event.LineEdited(_, var text, _) -> text;
      default -> "";
    };
  }

  private static boolean step(
      Session session, History history, long from, long to, List<Change> changes)
      throws SQLException {
    long room = history.key();
    if (!LineRows.advance(session, room, from, to)) {
      return false; // somebody else has done it
    }
    for (var change : changes) {
      var event = change.event();
      switch (event.event()) {
        case Event.Said _ ->
            LineRows.add(session, room, event.revision(), Events.encode(event), change.words());
        case Event.LineEdited edited -> {
          long line = edited.line();
          var before = LineRows.remove(session, room, line);
          if (before.isPresent()) {
            LineRows.add(
                session, room, line, Entries.retold(line, before.get(), edited), change.words());
          }
        }
        case Event.LineRemoved(long line, _) -> {
          var _ = LineRows.remove(session, room, line);
        }
        default -> throw new IllegalStateException("nothing of a line: " + event);
      }
    }
    return true;
  }
}
