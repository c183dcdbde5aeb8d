package matinee.server.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import matinee.server.sql.Database;

/// How much there is of films, as whichever server takes them in has noted. Blocks. Safe for use by
/// any thread.
public final class Growths {
  private static final String ON_ITS_WAY =
      "select coalesce(available_ms, 0) from upload where id = ? and finished = 0";
  private static final String IN_THE_LIBRARY = "select 1 from film where id = ?";

  private final Database database;

  public Growths(Database database) {
    this.database = database;
  }

  /// That of each of `films`.
  public Map<FilmId, Growth> of(Collection<FilmId> films) {
    return database.read(
        session -> {
          var growths = new HashMap<FilmId, Growth>();
          for (var film : films) {
            var coming = session.statement(ON_ITS_WAY);
            coming.setString(1, film.value());
            try (var rows = coming.executeQuery()) {
              if (rows.next()) {
                growths.put(film, new Growth.Coming(rows.getLong(1)));
                continue;
              }
            }
            var whole = session.statement(IN_THE_LIBRARY);
            whole.setString(1, film.value());
            try (var rows = whole.executeQuery()) {
              growths.put(film, rows.next() ? new Growth.Whole() : new Growth.Gone());
            }
          }
          return growths;
        });
  }
}
