package matinee.server.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import matinee.server.sql.Database;
import matinee.server.sql.Query;

/// What the database knows of films. Blocks. Safe for use by any thread.
final class FilmRows {
  private final Database database;

  FilmRows(Database database) {
    this.database = database;
  }

  /// Writes a film down.
  static Query<Boolean> adding(Film film) {
    return session -> {
      var insert =
          session.statement(
              "insert into film (id, title, format, size_bytes, added_ms) values (?, ?, ?, ?, ?)");
      insert.setString(1, film.id().value());
      insert.setString(2, film.title());
      insert.setString(3, film.format().name());
      insert.setLong(4, film.sizeBytes());
      insert.setLong(5, film.addedAt().toEpochMilli());
      return insert.executeUpdate() == 1;
    };
  }

  /// Forgets the film called `id`.
  void remove(FilmId id) {
    database.write(
        session -> {
          var delete = session.statement("delete from film where id = ?");
          delete.setString(1, id.value());
          return delete.executeUpdate();
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

  /// The size of all films together.
  long totalBytes() {
    return database.read(
        session -> {
          var sum = session.statement("select coalesce(sum(size_bytes), 0) from film");
          try (var rows = sum.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0L;
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
