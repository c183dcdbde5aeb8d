package matinee.server.bus;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Which servers live: each says so in the database every second, and whoever has not for 4 s is
/// taken for dead. Blocks on the database. Safe for use by any thread.
final class Roster {
  static final Duration LEASE = Duration.ofSeconds(4);

  /// For so long it is remembered until when a dead server kept its rooms.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final String SAY =
      "insert into node (id, seen_ms) values (?, ?)"
          + " on conflict (id) do update set seen_ms = excluded.seen_ms";
  private static final String OTHERS =
      "select id from node where seen_ms > ? and id <> ? and rooms = 1";
  private static final String LEAVE = "delete from node where id = ?";
  private static final String FORGET_SEATS =
      "delete from attendance where node in (select id from node where seen_ms < ?)";
  private static final String FORGET = "delete from node where seen_ms < ?";

  private final Database database;
  private final String node;

  /// `node` is the name of this server.
  Roster(Database database, String node) {
    this.database = database;
    this.node = node;
  }

  /// This server lives at `now`.
  void say(Instant now) {
    database.write(
        session -> {
          var upsert = session.statement(SAY);
          upsert.setString(1, node);
          upsert.setLong(2, now.toEpochMilli());
          return upsert.executeUpdate();
        });
  }

  /// The other servers that live at `now` and keep rooms.
  Set<String> others(Instant now) {
    return database.read(
        session -> {
          var select = session.statement(OTHERS);
          select.setLong(1, now.minus(LEASE).toEpochMilli());
          select.setString(2, node);
          try (var rows = select.executeQuery()) {
            var ids = new HashSet<String>();
            while (rows.next()) {
              ids.add(rows.getString(1));
            }
            return ids;
          }
        });
  }

  /// Servers that have been dead for very long are forgotten.
  void clean(Instant now) {
    long before = now.minus(REMEMBERED).toEpochMilli();
    database.write(
        session -> delete(session, FORGET_SEATS, before) + delete(session, FORGET, before));
  }

  private static int delete(Session session, String sql, long before) throws SQLException {
    var delete = session.statement(sql);
    delete.setLong(1, before);
    return delete.executeUpdate();
  }

  /// This server ends, and keeps no room any more.
  void leave() {
    database.write(
        session -> {
          var delete = session.statement(LEAVE);
          delete.setString(1, node);
          return delete.executeUpdate();
        });
  }
}
