package matinee.server.tracker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Which info hashes were issued, as rows of the server's database: to a room, [#MOST] at most, or
/// to nobody in particular; each for [#KEPT] (TR1).
///
/// Blocks. Safe for use by any thread.
public final class InfoHashes {
  /// How many a room has at once at most; of several servers that are asked at once each may add
  /// one more.
  public static final int MOST = 20;

  /// So long one is good after it was last asked for.
  public static final Duration KEPT = Duration.ofDays(1);

  /// Where this is written among all changes of a transaction: before rooms.
  private static final long PLACE = -9;

  private static final String SWEEP = "delete from info_hash where until_ms <= ?";
  private static final String COUNT = "select count(*) from info_hash where room = ?";
  private static final String ADD =
      "insert into info_hash (hash, room, until_ms) values (?, ?, ?) on conflict (hash) do nothing";
  private static final String RENEW =
      "update info_hash set until_ms = ? where hash = ? and room = ?";
  private static final String FIND =
      "select hash, room, until_ms from info_hash where hash = ? and until_ms > ?";

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator chance;

  /// Those in `database`; `clock` agrees with that of the other servers to a second or so, `chance`
  /// is a cryptographic source.
  public InfoHashes(Database database, InstantSource clock, RandomGenerator chance) {
    this.database = database;
    this.clock = clock;
    this.chance = chance;
  }

  /// A new one that belongs to no room.
  public Issued issue() {
    var issued = new Issued(InfoHash.random(chance), Optional.empty(), clock.instant().plus(KEPT));
    return database.write(
        PLACE,
        session -> {
          sweep(session);
          add(session, issued);
          return issued;
        });
  }

  /// `wanted` for `room`, or one that nobody can guess; one that is `room`'s already is good for
  /// [#KEPT] again.
  public Issuing issue(RoomId room, Optional<InfoHash> wanted) {
    var hash = wanted.orElseGet(() -> InfoHash.random(chance));
    var issued = new Issued(hash, Optional.of(room), clock.instant().plus(KEPT));
    return database.write(
        PLACE,
        session -> {
          sweep(session);
          if (renew(session, issued, room)) {
            return new Issuing.Done(issued);
          }
          if (count(session, room) >= MOST) {
            return new Issuing.TooMany();
          }
          return add(session, issued) ? new Issuing.Done(issued) : new Issuing.Taken();
        });
  }

  /// What `hash` was issued to, if it was and its time is not over.
  public Optional<Issued> find(InfoHash hash) {
    long nowMs = clock.millis();
    return database.read(
        session -> {
          var select = session.statement(FIND);
          select.setString(1, hash.hex());
          select.setLong(2, nowMs);
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(issued(rows)) : Optional.empty();
          }
        });
  }

  private void sweep(Session session) throws SQLException {
    var delete = session.statement(SWEEP);
    delete.setLong(1, clock.millis());
    delete.executeUpdate();
  }

  private static int count(Session session, RoomId room) throws SQLException {
    var select = session.statement(COUNT);
    select.setString(1, room.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static boolean renew(Session session, Issued issued, RoomId room) throws SQLException {
    var update = session.statement(RENEW);
    update.setLong(1, issued.until().toEpochMilli());
    update.setString(2, issued.hash().hex());
    update.setString(3, room.value());
    return update.executeUpdate() > 0;
  }

  private static boolean add(Session session, Issued issued) throws SQLException {
    var insert = session.statement(ADD);
    insert.setString(1, issued.hash().hex());
    insert.setString(2, issued.room().map(RoomId::value).orElse(null));
    insert.setLong(3, issued.until().toEpochMilli());
    return insert.executeUpdate() > 0;
  }

  private static Issued issued(ResultSet row) throws SQLException {
    return new Issued(
        new InfoHash(row.getString(1)),
        Optional.ofNullable(row.getString(2)).map(RoomId::new),
        Instant.ofEpochMilli(row.getLong(3)));
  }
}
