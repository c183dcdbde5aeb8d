package matinee.server.http;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.server.Config;
import matinee.server.Config.UploadLimits;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.fetching.Fetcher;
import matinee.server.library.Films;
import matinee.server.library.Shelf;
import matinee.server.library.Uploader;
import matinee.server.previews.Previews;
import matinee.server.renditions.Renditions;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import matinee.server.titles.Posters;
import matinee.server.titles.Title;
import matinee.server.titles.Titles;

/// Which films there are, what is made of them, what their owners say of them, and which posters
/// they choose; and what films elsewhere are, if that is told.
public record Library(
    Films films, Renditions renditions, Titles titles, Posters posters, Optional<Previews> previews)
    implements AutoCloseable {

  /// That on `shelf`, and what else `config` says. Throws `IOException` when the shelf cannot be
  /// used.
  public static Library of(
      Config config,
      Shelf shelf,
      Database database,
      AuditTrail trail,
      RandomGenerator chance,
      InstantSource clock)
      throws IOException {
    var library = of(shelf, database, trail, config.uploads(), chance, clock);
    return config.place().previews()
        ? library.telling(new Previews(new Fetcher(Fetcher.Rules.USUAL), clock))
        : library;
  }

  /// That on `shelf`, which tells nothing of films elsewhere. Throws `IOException` when it cannot
  /// be used.
  public static Library of(
      Shelf shelf,
      Database database,
      AuditTrail trail,
      UploadLimits limits,
      RandomGenerator chance,
      InstantSource clock)
      throws IOException {
    var films = new Films(shelf, database, trail, limits, chance, clock);
    return new Library(
        films,
        Renditions.of(films, database, limits.renditionsAtOnce(), chance, clock),
        new Titles(database, trail, clock, chance),
        new Posters(database, trail, clock, chance),
        Optional.empty());
  }

  /// The same, with these previews.
  public Library telling(Previews previews) {
    return new Library(films, renditions, titles, posters, Optional.of(previews));
  }

  /// The account called `gone` is deleted in `session`'s transaction: its films are nobody's.
  public static void forgetOwner(Session session, AccountId gone) throws SQLException {
    Films.forgetOwner(session, gone);
    Titles.forget(session, gone);
    Renditions.forget(session, new Uploader.Account(gone));
  }

  /// Removes `film`, whose owner asks from the network address `origin`, with its bytes and all
  /// that was made of it.
  Titles.Outcome remove(Title.OfFilm film, String origin) {
    films.removeBytes(film.film());
    var made = renditions.folder(film.film());
    var outcome = titles.remove(film, origin, session -> Renditions.forget(session, film.film()));
    made.ifPresent(Renditions::remove);
    return outcome;
  }

  @Override
  public void close() {
    renditions.close();
    films.close();
  }
}
