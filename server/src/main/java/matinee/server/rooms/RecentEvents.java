package matinee.server.rooms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import matinee.server.journal.Entry;

/// The newest events of a room, as the journal has them (WI5), one after the other up to the newest
/// there is: who comes back soon is told from here what was missed, without a look at the journal.
///
/// Bounds: 32 events and 32,768 characters in all, which is 64 KiB at most; older ones give way,
/// and one that alone is longer is not held. Belongs to the room's thread.
final class RecentEvents {
  private static final int MOST = 32;
  private static final int MOST_CHARS = 32 * 1_024;

  private final Deque<String> bodies = new ArrayDeque<>(MOST + 1);
  private int chars;
  private long newest;

  /// Those after `revision`: none so far.
  RecentEvents(long revision) {
    newest = revision;
  }

  /// `entry` follows the newest.
  void add(Entry entry) {
    newest = entry.revision();
    bodies.addLast(entry.body());
    chars += entry.body().length();
    while (bodies.size() > MOST || chars > MOST_CHARS) {
      chars -= bodies.removeFirst().length();
    }
  }

  /// The JSON texts of all events after `revision`, which is not above the newest, oldest first;
  /// nothing if not all of them are held.
  Optional<List<String>> after(long revision) {
    long missed = newest - revision;
    return missed > bodies.size()
        ? Optional.empty()
        : Optional.of(bodies.stream().skip(bodies.size() - missed).toList());
  }
}
