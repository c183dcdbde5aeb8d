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

/// A room as its journal tells it: the newest snapshot and what has happened since, of which
/// `recent` is the newest. `snapshotRevision` is that of the snapshot, 0 when there is none.
record Restored(RoomState state, long snapshotRevision, RecentEvents recent) {
  private static final int PAGE = 1_000;

  static Restored from(Journal journal, History history) {
    var start = journal.snapshot(history).map(Restored::state).orElse(RoomState.NEW);
    var recent = new RecentEvents(start.revision());
    var state = start;
    List<Entry> page;
    do {
      page = journal.since(history, state.revision(), PAGE);
      for (var entry : page) {
        state = Evolution.evolve(state, Entries.event(entry));
        recent.add(entry);
      }
    } while (page.size() == PAGE);
    return new Restored(state, start.revision(), recent);
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
