package matinee.server.titles;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Makes titles of the films of one owner that have none yet, by the names of their files: some a
/// transaction, in few statements, for rooms wait for the same writer. Used by one thread.
final class Gathering {
  private static final int AT_ONCE = 200;
  private static final String NEW =
      "select id, title, added_ms from film where owner = ? and described = 0"
          + " order by added_ms, id limit ?";

  /// Waits for whoever deletes the account just then. All at once: as long as PostgreSQL has not
  /// counted what is there, it looks for each of them in the index of the others.
  private static final String DESCRIBED =
      "update film set described = 1 where owner = ? and described = 0 and id in ("
          + String.join(", ", Collections.nCopies(AT_ONCE, "?"))
          + ") returning id";

  private final Database database;
  private final AccountId owner;
  private final RandomGenerator chance;

  /// `chance` is a cryptographic source.
  Gathering(Database database, AccountId owner, RandomGenerator chance) {
    this.database = database;
    this.owner = owner;
    this.chance = chance;
  }

  private record Film(FilmId id, String title, Instant added) {}

  /// Afterwards each film has a title that was there when it began.
  void run() {
    for (var some = untitled(); !some.isEmpty(); some = untitled()) {
      var films = some;
      database.change(Titles.PLACE, session -> title(session, films));
    }
  }

  private List<Film> untitled() {
    return database.read(
        session -> {
          var select = session.statement(NEW);
          select.setString(1, owner.value());
          select.setInt(2, AT_ONCE);
          return films(select);
        });
  }

  private static List<Film> films(PreparedStatement select) throws SQLException {
    var films = new ArrayList<Film>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        films.add(
            new Film(
                new FilmId(rows.getString(1)),
                rows.getString(2),
                Instant.ofEpochMilli(rows.getLong(3))));
      }
    }
    return films;
  }

  private void title(Session session, List<Film> films) throws SQLException {
    var series = new OwnSeries(session, owner, chance);
    var fresh = new ArrayList<TitleRows.Fresh>();
    for (var film : stillUntitled(session, films)) {
      fresh.add(guessed(film, series));
    }
    TitleRows.add(session, owner, fresh);
  }

  /// Those that nobody else has given a title meanwhile.
  private List<Film> stillUntitled(Session session, List<Film> films) throws SQLException {
    var update = session.statement(DESCRIBED);
    update.setString(1, owner.value());
    for (int i = 0; i < AT_ONCE; i++) {
      update.setString(i + 2, films.get(Math.min(i, films.size() - 1)).id().value());
    }
    var changed = new HashSet<FilmId>();
    try (var rows = update.executeQuery()) {
      while (rows.next()) {
        changed.add(new FilmId(rows.getString(1)));
      }
    }
    return films.stream().filter(film -> changed.contains(film.id())).toList();
  }

  private static TitleRows.Fresh guessed(Film film, OwnSeries series) throws SQLException {
    var guess = Guess.of(film.title());
    var id = film.id().value();
    if (guess.part().isEmpty()) {
      var details = Details.named(guess.name(), guess.year());
      return new TitleRows.Fresh(id, Optional.empty(), details, Optional.empty(), film.added());
    }
    var part = guess.part().get();
    var placing = new Placing(part.series(), part.season(), part.number());
    var episode = series.episode(placing, guess.year(), film.added());
    var details = Details.named(guess.name(), OptionalInt.empty());
    return new TitleRows.Fresh(id, Optional.empty(), details, Optional.of(episode), film.added());
  }
}
