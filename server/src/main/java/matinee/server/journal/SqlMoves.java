package matinee.server.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Rooms that leave for another region and that come from one (RG1, RG2), as the database has it.
/// Blocks. Safe for use by any thread, and by several servers of one database at once.
public final class SqlMoves {
  private static final String NEWEST =
      "(select max(event.revision) from event where event.room = departure.room)";

  private static final String MOVED_AWAY = "movedAway";
  private static final String DEPART =
      "insert into departure (room, revision, at_ms) values (?, ?, ?)";
  private static final String LEAVING =
      "select room.key, room.id, room.epoch, room.created_ms from departure"
          + " join room on room.key = departure.room"
          + " where departure.region is null and departure.room > ?"
          + " and departure.revision = "
          + NEWEST
          + " order by departure.room limit ?";
  private static final String LEFT =
      "update departure set region = ? where room = ? and revision = ?";
  private static final String WHERE_TO =
      "select departure.region from departure join room on room.key = departure.room"
          + " where room.id = ? and departure.region is not null and departure.revision = "
          + NEWEST;
  private static final String HAS =
      "select 1 from event join room on room.key = event.room"
          + " where room.id = ? and event.revision > ? limit 1";
  private static final String ARRIVE =
      "insert into arrival (room, epoch, at_ms) values (?, ?, ?) on conflict do nothing";
  private static final String COME_BACK = "update room set epoch = ? where id = ? returning key";
  private static final String COME =
      "insert into room (key, id, epoch, created_ms)"
          + " select coalesce(max(key), 0) + 1, ?, ?, ? from room where true"
          + " on conflict (key) do nothing returning key";
  private static final String REMEMBER =
      "insert into event (room, revision, at_ms, kind, body, about) values (?, ?, ?, ?, ?, ?)"
          + " on conflict (room, revision) do nothing";
  private static final String BASE =
      "insert into snapshot (room, revision, body) values (?, ?, ?)"
          + " on conflict (room) do update set revision = excluded.revision, body = excluded.body";

  private final Database database;
  private final RoomPasswords passwords;

  public SqlMoves(Database database, RoomPasswords passwords) {
    this.database = database;
    this.passwords = passwords;
  }

  static boolean isDeparture(Entry entry) {
    return entry.kind().equals(MOVED_AWAY);
  }

  /// Notes that the room is to be brought away if these `entries`, which were appended, say so.
  static void depart(Session session, long room, List<Entry> entries) throws SQLException {
    for (var entry : entries) {
      if (isDeparture(entry)) {
        var insert = session.statement(DEPART);
        insert.setLong(1, room);
        insert.setLong(2, entry.revision());
        insert.setLong(3, entry.at().toEpochMilli());
        insert.executeUpdate();
      }
    }
  }

  /// The rooms that have moved away and that no other region is known to have, in the order of
  /// their keys: at most `limit` of those after the key `after`.
  public List<History> leaving(long after, int limit) {
    return database.read(
        session -> {
          var select = session.statement(LEAVING);
          select.setLong(1, after);
          select.setInt(2, limit);
          try (var rows = select.executeQuery()) {
            var leaving = new ArrayList<History>();
            while (rows.next()) {
              leaving.add(
                  new History(
                      rows.getLong(1),
                      new RoomId(rows.getString(2)),
                      rows.getString(3),
                      Instant.ofEpochMilli(rows.getLong(4))));
            }
            return leaving;
          }
        });
  }

  /// Notes that `region` has the room, which moved away by its event `revision`. That this is known
  /// late does no harm: it counts only while nothing has happened in the room since.
  public void left(History history, long revision, String region) {
    database.write(
        history.key(),
        session -> {
          var update = session.statement(LEFT);
          update.setString(1, region);
          update.setLong(2, history.key());
          update.setLong(3, revision);
          return update.executeUpdate();
        });
  }

  /// The name of the region that has the room now, if it lived here and another has it.
  public Optional<String> whereTo(RoomId room) {
    return database.read(
        session -> {
          var select = session.statement(WHERE_TO);
          select.setString(1, room.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
          }
        });
  }

  /// The hash of the password of `room`, if it has one, for it to take along.
  public Optional<String> password(RoomId room) {
    return database.read(session -> passwords.hash(session, room));
  }

  /// Takes a room in, with everything that came of it, or nothing of it. Returns whether it was
  /// new: what arrived before does not arrive again, also when its history was given another name
  /// meanwhile.
  public boolean takeIn(Arrival arrival) {
    return database.write(session -> takeIn(session, arrival));
  }

  private boolean takeIn(Session session, Arrival arrival) throws SQLException {
    var journey = arrival.journey();
    var arrive = session.statement(ARRIVE);
    arrive.setString(1, journey.room().value());
    arrive.setString(2, journey.oldEpoch());
    arrive.setLong(3, arrival.now().toEpochMilli());
    if (arrive.executeUpdate() == 0 || has(session, journey.room(), arrival.base().revision())) {
      return false;
    }
    var back = comeBack(session, journey);
    long key = back.isPresent() ? back.get() : come(session, journey);
    for (var entry : arrival.earlier()) {
      remember(session, key, entry);
    }
    var base = session.statement(BASE);
    base.setLong(1, key);
    base.setLong(2, arrival.base().revision());
    base.setString(3, arrival.base().body());
    base.executeUpdate();
    passwords.replace(session, journey.room(), arrival.password());
    if (!remember(session, key, arrival.arrived())) {
      throw new SQLException(
          "the room that arrives has an event %d already".formatted(arrival.arrived().revision()));
    }
    return true;
  }

  /// Has anything happened here after `revision`?
  private static boolean has(Session session, RoomId room, long revision) throws SQLException {
    var select = session.statement(HAS);
    select.setString(1, room.value());
    select.setLong(2, revision);
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  private static Optional<Long> comeBack(Session session, Arrival.Journey journey)
      throws SQLException {
    var update = session.statement(COME_BACK);
    update.setString(1, journey.epoch());
    update.setString(2, journey.room().value());
    try (var rows = update.executeQuery()) {
      return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    }
  }

  private static long come(Session session, Arrival.Journey journey) throws SQLException {
    var insert = session.statement(COME);
    insert.setString(1, journey.room().value());
    insert.setString(2, journey.epoch());
    insert.setLong(3, journey.created().toEpochMilli());
    while (true) {
      try (var rows = insert.executeQuery()) {
        if (rows.next()) {
          return rows.getLong(1);
        }
      } // another server was faster and has taken the key
    }
  }

  private static boolean remember(Session session, long key, Entry entry) throws SQLException {
    var insert = session.statement(REMEMBER);
    insert.setLong(1, key);
    insert.setLong(2, entry.revision());
    insert.setLong(3, entry.at().toEpochMilli());
    insert.setString(4, entry.kind());
    insert.setString(5, entry.body());
    SqlJournal.setAbout(insert, 6, entry);
    return insert.executeUpdate() == 1;
  }
}
