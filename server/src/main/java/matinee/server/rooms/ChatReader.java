package matinee.server.rooms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.wire.EventType;

/// Reads a room's chat as it is now (CH8): what was edited has its newest text, of what was removed
/// only the removal is told, and of reactions only those that stand. Blocks on the journal.
final class ChatReader {
  /// What is looked at for a page; of more, those of the newest lines are not told.
  private static final int MOST_REACTIONS = 5_000;

  private static final String SAID = EventType.SAID.wireName();
  private static final String REMOVED = EventType.LINE_REMOVED.wireName();

  private final Journal journal;
  private final History history;

  ChatReader(Journal journal, History history) {
    this.journal = journal;
    this.history = history;
  }

  /// The last `limit` events of these `kinds` before revision `before`.
  ChatPage page(long before, Set<String> kinds, int limit) {
    var found = journal.before(history, before, kinds, limit + 1);
    boolean more = found.size() > limit;
    var shown = more ? found.subList(1, found.size()) : found;
    if (shown.isEmpty()) {
      return ChatPage.EMPTY;
    }
    var first = OptionalLong.of(shown.getFirst().revision());
    return new ChatPage(asNow(shown).stream().map(Entry::body).toList(), first, more);
  }

  private List<Entry> asNow(List<Entry> shown) {
    var said = shown.stream().filter(entry -> entry.kind().equals(SAID)).toList();
    if (said.isEmpty()) {
      return shown;
    }
    long first = said.getFirst().revision();
    long last = said.getLast().revision();
    Map<Long, Entry> changes = new HashMap<>();
    var removed = new HashSet<Long>();
    for (var change : journal.newestAbout(history, first, last, Entries.CHANGED)) {
      changes.put(change.about().orElseThrow(), change);
      if (change.kind().equals(REMOVED)) {
        removed.add(change.about().orElseThrow());
      }
    }
    var now = new ArrayList<Entry>();
    for (var entry : shown) {
      var change = Optional.ofNullable(changes.get(entry.revision()));
      change.ifPresent(now::add);
      if (change.isEmpty()) {
        now.add(entry);
      } else if (Entries.event(change.get()).event() instanceof Event.LineEdited edited) {
        now.add(retold(entry, edited));
      }
    }
    standing(first, last).stream()
        .filter(reaction -> !removed.contains(reaction.about().orElseThrow()))
        .forEach(now::add);
    now.sort(Comparator.comparingLong(Entry::revision));
    return now;
  }

  /// What was said, as `edited` has it.
  private static Entry retold(Entry said, Event.LineEdited edited) {
    var body = Entries.retold(said.revision(), said.body(), edited);
    return new Entry(said.revision(), said.at(), SAID, body);
  }

  private record Given(long line, String emoji, MemberId by) {}

  /// The reactions that were given and not taken back.
  private List<Entry> standing(long first, long last) {
    Map<Given, Entry> standing = new LinkedHashMap<>();
    for (var entry : journal.about(history, first, last, Entries.REACTED, MOST_REACTIONS)) {
      var recorded = Entries.event(entry);
      if (recorded.event() instanceof Event.Reacted(long line, var emoji, boolean on)
          && recorded.author() instanceof Author.ByMember(var by, _)) {
        var key = new Given(line, emoji, by);
        standing.remove(key);
        if (on) {
          standing.put(key, entry);
        }
      }
    }
    return List.copyOf(standing.values());
  }
}
