package matinee.server.chat;

import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;

/// Finds lines of a room's chat by words, in what they read now (CH9). Blocks; the first search in
/// a room that has a long chat already takes longer. Safe for use by any thread.
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
  /// what is `wanted`. Nothing for an unknown room.
  public Found find(RoomId room, Wanted wanted, long before, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_PAGE);
    }
    var history = journal.find(room);
    if (history.isEmpty()) {
      return Found.NOTHING;
    }
    index.catchUp(history.get());
    long key = history.get().key();
    return database.read(session -> new LineQuery(session, key, wanted, limit).before(before));
  }
}
