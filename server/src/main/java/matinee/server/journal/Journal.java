package matinee.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The histories of all rooms. What it has accepted is the truth about a room (CO4).
///
/// Methods block until the store has answered, and throw the store's failure if it does not; what
/// [#append] was given is then in the history as a whole or not at all, and a look at the history
/// tells which. Safe for use by any thread.
public interface Journal {

  /// Begins the history of a room. Throws when there is one with this id.
  History create(RoomId id, String epoch, Instant created);

  /// The history of the room with this id.
  Optional<History> find(RoomId id);

  /// Appends `entries`, which follow one another from `expected` + 1 on, if the newest event of the
  /// history has the revision `expected` (0: there is none), and says whether it was so. Either all
  /// are appended or none (OR4).
  Appended append(History history, long expected, List<Entry> entries);

  /// At most `limit` events after `revision`, oldest first.
  List<Entry> since(History history, long revision, int limit);

  /// At most `limit` events before `revision` of one of these `kinds`, oldest first; the newest
  /// there are.
  List<Entry> before(History history, long revision, Set<String> kinds, int limit);

  /// At most `limit` events of one of these `kinds` that are about the lines of the chat from the
  /// revision `first` to `last`, oldest first.
  List<Entry> about(History history, long first, long last, Set<String> kinds, int limit);

  /// The same, of each line the newest alone.
  List<Entry> newestAbout(History history, long first, long last, Set<String> kinds);

  /// The revision of the newest event, 0 when there is none.
  long head(History history);

  /// Keeps `snapshot` instead of the one before, unless that is newer. Does not wait: a snapshot
  /// that is lost costs nothing but time.
  void keep(History history, Snapshot snapshot);

  /// The newest snapshot kept.
  Optional<Snapshot> snapshot(History history);

  /// Notes that rooms are being kept at `now` (PB9), unless somebody has noted a later time.
  void markAlive(Instant now);

  /// When rooms were last noted to be kept.
  Optional<Instant> lastAlive();
}
