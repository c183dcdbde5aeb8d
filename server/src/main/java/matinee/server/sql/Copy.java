package matinee.server.sql;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;

/// Copies everything that one database holds into another, an empty one, be they SQLite files or
/// PostgreSQL servers.
///
/// It is read in one snapshot and written in one transaction, which is held against the source
/// before it is committed: wherever the copy ends early, nothing of it is there, and it is begun
/// anew. A server that is started on the target meanwhile waits.
public final class Copy {
  /// For how long after a server's last note it is taken to be at work.
  private static final Duration AT_WORK = Duration.ofSeconds(15);

  private static final int BATCH = 1_000;
  private static final int ROWS_A_LINE = 100_000;
  private static final String ROOM = "room";
  private static final String ALIVE = "alive";
  private static final String MIGRATIONS = "flyway_schema_history";

  /// Everything refers to rooms; what else there is refers to nothing.
  private static final Comparator<String> ROOMS_FIRST =
      Comparator.<String, Boolean>comparing(table -> !table.equals(ROOM))
          .thenComparing(Comparator.naturalOrder());

  private final Store from;
  private final Store to;
  private final Consumer<String> progress;

  /// From the database at one address to that at another. `progress` is told lines for people.
  /// Throws as [Database#checkAddress].
  public Copy(String from, String to, Consumer<String> progress) {
    this.from = Store.at(from);
    this.to = Store.at(to);
    this.progress = progress;
  }

  /// Copies, and lets `besides` change the target in the same transaction. Throws
  /// [DatabaseFailure], with what to do, when the source is not there or, unless it is so `forced`,
  /// a server is at work on it; when the target is not empty; when one of them fails.
  public void run(Query<?> besides, boolean forced) {
    try {
      checkSource(forced);
      Migrations.run(from);
      Migrations.run(to);
      try (var _ = to.lockForMigration();
          var source = from.openForSnapshot();
          var target = new Session(to::openForCopy)) {
        copy(source, target, besides);
      }
    } catch (SQLException | FlywayException e) {
      throw new DatabaseFailure(
          "copying %s to %s: %s. Nothing was copied."
              .formatted(from.name(), to.name(), e.getMessage()),
          e);
    }
  }

  private void checkSource(boolean forced) throws SQLException {
    if (from instanceof SqliteFile(var path) && !Files.exists(path)) {
      throw new SQLException("there is no file " + path);
    }
    try (var source = from.openForReading()) {
      if (!tables(source).contains(ALIVE)) {
        throw new SQLException("%s has no tables of Matinee".formatted(from.name()));
      }
      var mark = Instant.ofEpochMilli(number(source, "select coalesce(max(at_ms), 0) from alive"));
      if (!forced && mark.isAfter(Instant.now().minus(AT_WORK))) {
        throw new SQLException(
            "a server was at work on it within the last %d s. Stop it and wait so long, or take"
                    .formatted(AT_WORK.toSeconds())
                + " what is there now with --force");
      }
    }
  }

  private void copy(Connection source, Session target, Query<?> besides) throws SQLException {
    var into = target.connection();
    var tables = tables(source);
    for (var table : tables) {
      if (count(into, table) > 0) {
        throw new SQLException(
            "%s is not empty: its table %s has rows. Name a new database"
                .formatted(to.name(), table));
      }
    }
    for (var table : tables) {
      copy(source, into, table);
    }
    compare(source, into, tables);
    besides.on(target);
    into.commit();
    progress.accept("copied to %s, and compared".formatted(to.name()));
  }

  private static List<String> tables(Connection source) throws SQLException {
    var tables = new ArrayList<String>();
    var schema = source.getSchema(); // null on SQLite, which has none
    try (var rows = source.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        var table = rows.getString("TABLE_NAME");
        if (!table.equals(MIGRATIONS) && !table.startsWith("sqlite_")) {
          tables.add(table);
        }
      }
    }
    tables.sort(ROOMS_FIRST);
    return tables;
  }

  private void copy(Connection source, Connection target, String table) throws SQLException {
    try (var select = source.createStatement()) {
      select.setFetchSize(BATCH);
      try (var rows = select.executeQuery("select * from " + table)) {
        var columns = columns(rows);
        var marks = String.join(", ", columns.stream().map(_ -> "?").toList());
        var into =
            "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), marks);
        try (var insert = target.prepareStatement(into)) {
          long copied = 0;
          while (rows.next()) {
            for (int i = 1; i <= columns.size(); i++) {
              insert.setObject(i, rows.getObject(i));
            }
            insert.addBatch();
            copied++;
            if (copied % BATCH == 0) {
              insert.executeBatch();
            }
            if (copied % ROWS_A_LINE == 0) {
              progress.accept("%s: %d rows so far".formatted(table, copied));
            }
          }
          insert.executeBatch();
          progress.accept("%s: %d rows".formatted(table, copied));
        }
      }
    }
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    var columns = new ArrayList<String>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(rows.getMetaData().getColumnName(i));
    }
    return columns;
  }

  /// Throws unless every table has as many rows here as there, and every room the same events.
  private static void compare(Connection source, Connection target, List<String> tables)
      throws SQLException {
    for (var table : tables) {
      if (count(source, table) != count(target, table)) {
        throw new SQLException("the table " + table + " did not come through whole");
      }
    }
    if (!events(source).equals(events(target))) {
      throw new SQLException("the events of a room did not come through whole");
    }
  }

  /// For each room the newest revision, the number of its events, and that of their characters.
  private static Map<Long, List<Long>> events(Connection connection) throws SQLException {
    var events = new HashMap<Long, List<Long>>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select room, max(revision), count(*), sum(length(body)) from event"
                    + " group by room")) {
      while (rows.next()) {
        events.put(rows.getLong(1), List.of(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
    }
    return events;
  }

  private static long count(Connection connection, String table) throws SQLException {
    return number(connection, "select count(*) from " + table);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
