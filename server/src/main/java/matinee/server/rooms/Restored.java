package matinee.server.rooms;

import java.util.List;
import matinee.room.Evolution;
import matinee.room.RoomState;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.journal.Snapshot;
import matinee.wire.Decoded;
import matinee.wire.StoredSnapshots;

/// A room as its journal tells it: the newest snapshot and what has happened since.
/// `snapshotRevision` is that of the snapshot, 0 when there is none.
record Restored(RoomState state, long snapshotRevision) {
  private static final int PAGE = 1_000;

  static Restored from(Journal journal, History history) {
    var start = journal.snapshot(history).map(Restored::state).orElse(RoomState.NEW);
    return new Restored(catchUp(start, journal, history), start.revision());
  }

  /// `state` and everything that the journal has after it.
  private static RoomState catchUp(RoomState state, Journal journal, History history) {
    var now = state;
    List<Entry> page;
    do {
      page = journal.since(history, now.revision(), PAGE);
      for (var entry : page) {
        now = Evolution.evolve(now, Entries.event(entry));
      }
    } while (page.size() == PAGE);
    return now;
  }

  private static RoomState state(Snapshot snapshot) {
    return switch (StoredSnapshots.decode(snapshot.body())) {
      case Decoded.Value<RoomState>(var state) -> state;
      case Decoded.Malformed<RoomState>(var field, var message) ->
          throw new IllegalStateException(
              "snapshot " + snapshot.revision() + " cannot be read: " + field + " " + message);
    };
  }
}
