package matinee.server.bus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.server.sql.Database;

/// How far the journals of many rooms have come, by one query: one look at an index a room. For
/// PostgreSQL only. Blocks. Safe for use by any thread.
final class Heads {
  private static final String HEADS =
      "select key, (select max(revision) from event where room = key)"
          + " from unnest(?) as held (key)";

  private final Database database;

  Heads(Database database) {
    this.database = database;
  }

  /// The revision of the newest event of each of these rooms that has any, by the room's key.
  Map<Long, Long> of(List<Long> rooms) {
    return database.read(
        session -> {
          var select = session.statement(HEADS);
          var keys = select.getConnection().createArrayOf("integer", rooms.toArray());
          select.setArray(1, keys);
          try (var rows = select.executeQuery()) {
            var heads = new HashMap<Long, Long>();
            while (rows.next()) {
              heads.put(rows.getLong(1), rows.getLong(2));
            }
            return heads;
          } finally {
            keys.free();
          }
        });
  }
}
