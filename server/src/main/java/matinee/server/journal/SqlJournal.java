package matinee.server.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import matinee.server.audit.AuditTrail;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// The journal in the server's database.
public final class SqlJournal implements Journal {
  private static final String CREATE =
      "insert into room (key, id, epoch, created_ms)"
          + " select coalesce(max(key), 0) + 1, ?, ?, ? from room where true"
          + " on conflict (key) do nothing returning key";
  private static final String FIND = "select key, epoch, created_ms from room where id = ?";

  /// Inserts the event if the one before it is the newest, and no other server is about to.
  private static final String APPEND =
      "insert into event (room, revision, at_ms, kind, body, about) select ?, ?, ?, ?, ?, ?"
          + " where coalesce((select max(revision) from event where room = ?), 0) = ?"
          + " on conflict (room, revision) do nothing";

  private static final String ENTRY = "select revision, at_ms, kind, body, about from event";
  private static final String SINCE =
      ENTRY + " where room = ? and revision > ?" + " order by revision limit ?";
  private static final String HEAD = "select coalesce(max(revision), 0) from event where room = ?";
  private static final String KEEP =
      "insert into snapshot (room, revision, body) values (?, ?, ?)"
          + " on conflict (room) do update set revision = excluded.revision, body = excluded.body"
          + " where excluded.revision > snapshot.revision";
  private static final String SNAPSHOT = "select revision, body from snapshot where room = ?";
  private static final String MARK_ALIVE =
      "insert into alive (id, at_ms) values (1, ?)"
          + " on conflict (id) do update set at_ms = excluded.at_ms"
          + " where excluded.at_ms > alive.at_ms";

  /// Before everything else that a server writes; see [Database#write].
  private static final long PLACE_OF_MARK = -3;

  private static final String LAST_ALIVE = "select at_ms from alive where id = 1";

  private final Database database;
  private final Optional<AuditTrail> trail;
  private final Runnable departed;

  /// Nobody is told of rooms that move away, and deeds are not written down.
  public SqlJournal(Database database) {
    this(database, Optional.empty(), () -> {});
  }

  /// Deeds are written down in `trail`, if there is one, which has the same database: in the
  /// transaction of the events that they are. `departed` is called when a room that moves away to
  /// another region has been written down here, by the thread that appended that, and must not
  /// block.
  public SqlJournal(Database database, Optional<AuditTrail> trail, Runnable departed) {
    this.database = database;
    this.trail = trail;
    this.departed = departed;
  }

  @Override
  public History create(RoomId id, String epoch, Instant created) {
    return database.write(
        session -> {
          var insert = session.statement(CREATE);
          insert.setString(1, id.value());
          insert.setString(2, epoch);
          insert.setLong(3, created.toEpochMilli());
          while (true) {
            try (var rows = insert.executeQuery()) {
              if (rows.next()) {
                return new History(rows.getLong(1), id, epoch, created);
              }
            } // another server was faster and has taken the key
          }
        });
  }

  @Override
  public Optional<History> find(RoomId id) {
    return database.read(
        session -> {
          var select = session.statement(FIND);
          select.setString(1, id.value());
          try (var rows = select.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new History(
                        rows.getLong(1),
                        id,
                        rows.getString(2),
                        Instant.ofEpochMilli(rows.getLong(3))))
                : Optional.empty();
          }
        });
  }

  @Override
  public Appended append(History history, long expected, List<Entry> entries) {
    var appended =
        write(history, entries, session -> append(session, history.key(), expected, entries));
    if (appended == Appended.ACCEPTED && entries.stream().anyMatch(SqlMoves::isDeparture)) {
      departed.run();
    }
    return appended;
  }

  /// Makes `change`, which appends `entries`, and writes down what of them are deeds.
  private Appended write(History history, List<Entry> entries, Query<Appended> change) {
    if (trail.isEmpty() || entries.stream().allMatch(entry -> entry.deed().isEmpty())) {
      return database.write(history.key(), change);
    }
    var deeds =
        entries.stream()
            .flatMap(entry -> entry.deed().stream().map(it -> it.written(history.id(), entry.at())))
            .toList();
    return trail.get().record(deeds, change, Appended.ACCEPTED::equals);
  }

  /// Once the first event has found its place, nobody can come between it and the others: they
  /// share a transaction, and one way to the database and back.
  private static Appended append(Session session, long room, long expected, List<Entry> entries)
      throws SQLException {
    Entry.checkFollowing(expected, entries);
    var insert = session.statement(APPEND);
    set(insert, room, entries.getFirst());
    if (insert.executeUpdate() == 0) {
      return Appended.CONFLICT;
    }
    if (entries.size() > 1) {
      for (var entry : entries.subList(1, entries.size())) {
        set(insert, room, entry);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    SqlMoves.depart(session, room, entries);
    return Appended.ACCEPTED;
  }

  private static void set(PreparedStatement insert, long room, Entry entry) throws SQLException {
    insert.setLong(1, room);
    insert.setLong(2, entry.revision());
    insert.setLong(3, entry.at().toEpochMilli());
    insert.setString(4, entry.kind());
    insert.setString(5, entry.body());
    setAbout(insert, 6, entry);
    insert.setLong(7, room);
    insert.setLong(8, entry.revision() - 1);
  }

  static void setAbout(PreparedStatement insert, int index, Entry entry) throws SQLException {
    if (entry.about().isPresent()) {
      insert.setLong(index, entry.about().getAsLong());
    } else {
      insert.setNull(index, Types.BIGINT);
    }
  }

  @Override
  public List<Entry> since(History history, long revision, int limit) {
    return database.read(
        session -> {
          var select = session.statement(SINCE);
          select.setLong(1, history.key());
          select.setLong(2, revision);
          select.setInt(3, limit);
          return entries(select);
        });
  }

  @Override
  public List<Entry> before(History history, long revision, Set<String> kinds, int limit) {
    return database.read(
        session -> {
          var select =
              session.statement(
                  ENTRY
                      + " where room = ? and revision < ? and kind in (%s)".formatted(marks(kinds))
                      + " order by revision desc limit ?");
          select.setLong(1, history.key());
          select.setLong(2, revision);
          select.setInt(setAll(select, 3, kinds), limit);
          var newestFirst = entries(select);
          Collections.reverse(newestFirst);
          return newestFirst;
        });
  }

  @Override
  public List<Entry> about(History history, long first, long last, Set<String> kinds, int limit) {
    return database.read(
        session -> {
          var select =
              session.statement(
                  ENTRY
                      + " where room = ? and about between ? and ? and kind in (%s)"
                          .formatted(marks(kinds))
                      + " order by revision limit ?");
          select.setLong(1, history.key());
          select.setLong(2, first);
          select.setLong(3, last);
          select.setInt(setAll(select, 4, kinds), limit);
          return entries(select);
        });
  }

  @Override
  public List<Entry> newestAbout(History history, long first, long last, Set<String> kinds) {
    return database.read(
        session -> {
          var select =
              session.statement(
                  ENTRY
                      + " where room = ? and revision in (select max(revision) from event"
                      + " where room = ? and about between ? and ? and kind in (%s) group by about)"
                          .formatted(marks(kinds))
                      + " order by revision");
          select.setLong(1, history.key());
          select.setLong(2, history.key());
          select.setLong(3, first);
          select.setLong(4, last);
          var _ = setAll(select, 5, kinds);
          return entries(select);
        });
  }

  private static String marks(Set<String> kinds) {
    return kinds.stream().map(_ -> "?").collect(Collectors.joining(", "));
  }

  /// Returns the index after the last one that was set.
  private static int setAll(PreparedStatement select, int index, Set<String> kinds)
      throws SQLException {
    int at = index;
    for (var kind : kinds) {
      select.setString(at++, kind);
    }
    return at;
  }

  private static List<Entry> entries(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var entries = new ArrayList<Entry>();
      while (rows.next()) {
        entries.add(
            new Entry(
                rows.getLong(1),
                Instant.ofEpochMilli(rows.getLong(2)),
                rows.getString(3),
                rows.getString(4),
                about(rows)));
      }
      return entries;
    }
  }

  private static OptionalLong about(ResultSet rows) throws SQLException {
    long about = rows.getLong(5);
    return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(about);
  }

  @Override
  public long head(History history) {
    return database.read(
        session -> {
          var select = session.statement(HEAD);
          select.setLong(1, history.key());
          try (var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  @Override
  public void keep(History history, Snapshot snapshot) {
    database.writeLater(
        history.key(),
        session -> {
          var upsert = session.statement(KEEP);
          upsert.setLong(1, history.key());
          upsert.setLong(2, snapshot.revision());
          upsert.setString(3, snapshot.body());
          return upsert.executeUpdate();
        });
  }

  @Override
  public Optional<Snapshot> snapshot(History history) {
    return database.read(
        session -> {
          var select = session.statement(SNAPSHOT);
          select.setLong(1, history.key());
          try (var rows = select.executeQuery()) {
            return rows.next()
                ? Optional.of(new Snapshot(rows.getLong(1), rows.getString(2)))
                : Optional.empty();
          }
        });
  }

  @Override
  public void markAlive(Instant now) {
    database.write(
        PLACE_OF_MARK,
        session -> {
          var upsert = session.statement(MARK_ALIVE);
          upsert.setLong(1, now.toEpochMilli());
          return upsert.executeUpdate();
        });
  }

  @Override
  public Optional<Instant> lastAlive() {
    return database.read(
        session -> {
          try (var rows = session.statement(LAST_ALIVE).executeQuery()) {
            return rows.next()
                ? Optional.of(Instant.ofEpochMilli(rows.getLong(1)))
                : Optional.empty();
          }
        });
  }
}
