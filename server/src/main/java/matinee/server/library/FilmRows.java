package matinee.server.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// What the database knows of films. Blocks. Safe for use by any thread.
final class FilmRows {
  private static final String ADD =
      "insert into film (id, title, format, size_bytes, added_ms, sha256, owner)"
          + " select id, ?, ?, ?, ?, ?, owner from upload where id = ?";

  private final Database database;

  FilmRows(Database database) {
    this.database = database;
  }

  /// Writes a film down that was uploaded, as that of who uploaded it, with the sum of its bytes.
  static boolean addUploaded(Session session, Film film, String sha256) throws SQLException {
    var insert = session.statement(ADD);
    insert.setString(1, film.title());
    insert.setString(2, film.format().name());
    insert.setLong(3, film.sizeBytes());
    insert.setLong(4, film.addedAt().toEpochMilli());
    insert.setString(5, sha256);
    insert.setString(6, film.id().value());
    return insert.executeUpdate() == 1;
  }

  static void rename(Session session, FilmId film, String title) throws SQLException {
    var update = session.statement("update film set title = ? where id = ?");
    update.setString(1, title);
    update.setString(2, film.value());
    update.executeUpdate();
  }

  /// Removes the film if it is one of `owner`; whether it was.
  static boolean remove(Session session, FilmId film, AccountId owner) throws SQLException {
    var delete = session.statement("delete from film where id = ? and owner = ?");
    delete.setString(1, film.value());
    delete.setString(2, owner.value());
    return delete.executeUpdate() == 1;
  }

  /// The account called `gone` is deleted: its films, which rooms may show, are nobody's.
  static void forgetOwner(Session session, AccountId gone) throws SQLException {
    var update = session.statement("update film set owner = null where owner = ?");
    update.setString(1, gone.value());
    update.executeUpdate();
  }

  /// How many bytes a film has, and what they come to if that was written down.
  record Sum(long sizeBytes, Optional<String> sha256) {}

  /// That of each film.
  Map<FilmId, Sum> sums() {
    return database.read(
        session -> {
          var sums = new HashMap<FilmId, Sum>();
          var select = session.statement("select id, size_bytes, sha256 from film");
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              var sum = new Sum(rows.getLong(2), Optional.ofNullable(rows.getString(3)));
              sums.put(new FilmId(rows.getString(1)), sum);
            }
          }
          return sums;
        });
  }

  /// The size of each film.
  Map<FilmId, Long> sizes() {
    return database.read(
        session -> {
          var sizes = new HashMap<FilmId, Long>();
          try (var rows = session.statement("select id, size_bytes from film").executeQuery()) {
            while (rows.next()) {
              sizes.put(new FilmId(rows.getString(1)), rows.getLong(2));
            }
          }
          return sizes;
        });
  }

  Optional<Film> find(FilmId id) {
    return database.read(
        session -> {
          var select =
              session.statement(
                  "select id, title, format, size_bytes, added_ms from film where id = ?");
          select.setString(1, id.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(film(rows)) : Optional.empty();
          }
        });
  }

  private static Film film(ResultSet row) throws SQLException {
    return new Film(
        new FilmId(row.getString(1)),
        row.getString(2),
        Format.valueOf(row.getString(3)),
        row.getLong(4),
        Instant.ofEpochMilli(row.getLong(5)));
  }
}
