package matinee.server.library;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// What the database knows of films on their way in. Blocks. Safe for use by any thread.
final class UploadRows {
  private static final long PLACE = -6;
  private static final String ADD =
      "insert into upload (id, person, owner, name, size_bytes, reserved_bytes, offset_bytes, claim,"
          + " claimed_until_ms, created_ms, expires_ms, finished)"
          + " values (?, ?, ?, ?, ?, 0, 0, '', 0, ?, ?, 0)";
  private static final String FIND =
      "select id, coalesce(owner, ''), name, size_bytes, offset_bytes,"
          + " coalesce(available_ms, 0), created_ms, expires_ms, finished"
          + " from upload where id = ?";
  private static final String TAKE =
      "update upload set claim = ?, claimed_until_ms = ? where id = ? and claimed_until_ms <= ?";
  private static final String RENEW =
      "update upload set claimed_until_ms = ? where id = ? and claim = ?";
  private static final String GIVE_BACK =
      "update upload set claimed_until_ms = 0 where id = ? and claim = ?";
  private static final String NOTE =
      "update upload set offset_bytes = ?, available_ms = ?, expires_ms = ?"
          + " where id = ? and claim = ?";
  private static final String FINISH =
      "update upload set offset_bytes = ?, size_bytes = ?, reserved_bytes = ?, expires_ms = ?,"
          + " claimed_until_ms = 0, finished = 1 where id = ? and claim = ? and finished = 0";

  private final Database database;

  UploadRows(Database database) {
    this.database = database;
  }

  /// Writes `upload` of `who` down, for which nothing is kept free yet.
  static void add(Session session, Upload upload, Uploader who) throws SQLException {
    var insert = session.statement(ADD);
    insert.setString(1, upload.id().value());
    insert.setString(2, who.person());
    insert.setString(3, upload.actor().isEmpty() ? null : upload.actor());
    insert.setString(4, upload.name());
    setSize(insert, 5, upload.sizeBytes());
    insert.setLong(6, upload.begun().toEpochMilli());
    insert.setLong(7, upload.expires().toEpochMilli());
    insert.executeUpdate();
  }

  private static void setSize(PreparedStatement statement, int at, OptionalLong size)
      throws SQLException {
    if (size.isPresent()) {
      statement.setLong(at, size.getAsLong());
    } else {
      statement.setNull(at, Types.BIGINT);
    }
  }

  Optional<Upload> find(FilmId id) {
    return database.read(
        session -> {
          var select = session.statement(FIND);
          select.setString(1, id.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(upload(rows)) : Optional.empty();
          }
        });
  }

  private static Upload upload(ResultSet row) throws SQLException {
    long size = row.getLong(4);
    var sizeBytes = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(size);
    return new Upload(
        new FilmId(row.getString(1)),
        row.getString(2),
        row.getString(3),
        new Upload.Come(sizeBytes, row.getLong(5), row.getLong(6)),
        Instant.ofEpochMilli(row.getLong(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        row.getInt(9) == 1);
  }

  /// Those whose bytes are not yet a film's.
  Set<FilmId> unfinished() {
    return database.read(
        session -> {
          var ids = new HashSet<FilmId>();
          var select = session.statement("select id from upload where finished = 0");
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              ids.add(new FilmId(rows.getString(1)));
            }
          }
          return ids;
        });
  }

  /// At most `limit` that were over at `now`, the oldest first.
  List<FilmId> over(Instant now, int limit) {
    return database.read(
        session -> {
          var ids = new ArrayList<FilmId>();
          var select =
              session.statement(
                  "select id from upload where expires_ms < ? and claimed_until_ms <= ?"
                      + " order by expires_ms limit ?");
          select.setLong(1, now.toEpochMilli());
          select.setLong(2, now.toEpochMilli());
          select.setInt(3, limit);
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              ids.add(new FilmId(rows.getString(1)));
            }
          }
          return ids;
        });
  }

  /// Has `claim` the upload from now on? Not while another has it.
  boolean take(Claim claim, Instant now, Instant until) {
    return database.write(
        PLACE,
        session -> {
          var update = session.statement(TAKE);
          update.setString(1, claim.token());
          update.setLong(2, until.toEpochMilli());
          update.setString(3, claim.upload().value());
          update.setLong(4, now.toEpochMilli());
          return update.executeUpdate() == 1;
        });
  }

  /// Those of `claims` that still have their uploads, and have them until then.
  List<Claim> renew(List<Claim> claims, Instant until) {
    return database.write(
        PLACE,
        session -> {
          var held = new ArrayList<Claim>();
          for (var claim : claims) {
            var update = session.statement(RENEW);
            update.setLong(1, until.toEpochMilli());
            setClaim(update, 2, claim);
            if (update.executeUpdate() == 1) {
              held.add(claim);
            }
          }
          return held;
        });
  }

  void giveBack(Claim claim) {
    database.change(
        PLACE,
        session -> {
          var update = session.statement(GIVE_BACK);
          setClaim(update, 1, claim);
          update.executeUpdate();
        });
  }

  /// No claim of whoever had one before counts: nobody else uses this database.
  void giveAllBack() {
    database.change(
        PLACE,
        session -> session.statement("update upload set claimed_until_ms = 0").executeUpdate());
  }

  /// From now on the first `offset` bytes are on the disk, and play for `availableMs`; false if the
  /// claim is lost.
  boolean note(Claim claim, long offset, long availableMs, Instant expires) {
    return database.write(
        PLACE,
        session -> {
          var update = session.statement(NOTE);
          update.setLong(1, offset);
          update.setLong(2, availableMs);
          update.setLong(3, expires.toEpochMilli());
          setClaim(update, 4, claim);
          return update.executeUpdate() == 1;
        });
  }

  /// The upload is finished, with `film` in the library, whose bytes come to `sha256`; false if the
  /// claim is lost, or that has happened already. In a transaction of the caller's.
  static boolean finish(Session session, Claim claim, Film film, String sha256, Instant expires)
      throws SQLException {
    var update = session.statement(FINISH);
    update.setLong(1, film.sizeBytes());
    update.setLong(2, film.sizeBytes());
    update.setLong(3, film.sizeBytes());
    update.setLong(4, expires.toEpochMilli());
    setClaim(update, 5, claim);
    return update.executeUpdate() == 1 && FilmRows.addUploaded(session, film, sha256);
  }

  private static void setClaim(PreparedStatement statement, int at, Claim claim)
      throws SQLException {
    statement.setString(at, claim.upload().value());
    statement.setString(at + 1, claim.token());
  }

  /// Forgets the upload that `claim` has.
  void remove(Claim claim) {
    database.change(
        PLACE,
        session -> {
          var delete = session.statement("delete from upload where id = ? and claim = ?");
          setClaim(delete, 1, claim);
          delete.executeUpdate();
        });
  }

  static void delete(Session session, FilmId id) throws SQLException {
    var delete = session.statement("delete from upload where id = ?");
    delete.setString(1, id.value());
    delete.executeUpdate();
  }

  /// The account called `gone` is deleted: what it was uploading is nobody's.
  static void forgetOwner(Session session, AccountId gone) throws SQLException {
    var update = session.statement("update upload set person = '', owner = null where owner = ?");
    update.setString(1, gone.value());
    update.executeUpdate();
  }

  /// Runs `reserving`, and whoever else would on whatever server comes after it.
  <T> T inTurn(Query<T> reserving) {
    return database.write(
        PLACE,
        session -> {
          session
              .statement(
                  "insert into upload_turn (id, taken_ms) values (1, 0)"
                      + " on conflict (id) do update set taken_ms = upload_turn.taken_ms + 1")
              .executeUpdate();
          return reserving.on(session);
        });
  }
}
