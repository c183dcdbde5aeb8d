package matinee.server.chat;

import java.util.Optional;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;

/// Finds lines of a room's chat by words, in what they read now (CH9). Blocks. Safe for use by any
/// thread.
public final class LineSearch {
  public static final int MAX_PAGE = 50;

  private final Database database;
  private final Journal journal;
  private final LineIndex index;

  /// `journal` is in `database`.
  public LineSearch(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
    index = new LineIndex(database, journal);
  }

  /// At most `limit` (1 to [#MAX_PAGE]) of the lines of `room` before revision `before` that have
  /// what is `wanted`; none for an unknown room. Empty while so much was said since the last search
  /// that the room is not indexed yet: each call brings that forward.
  public Optional<Found> find(RoomId room, Wanted wanted, long before, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_PAGE);
    }
    var history = journal.find(room);
    if (history.isEmpty()) {
      return Optional.of(Found.NOTHING);
    }
    if (!index.catchUp(history.get())) {
      return Optional.empty();
    }
    long key = history.get().key();
    return Optional.of(
        database.read(session -> new LineQuery(session, key, wanted, limit).before(before)));
  }
}
