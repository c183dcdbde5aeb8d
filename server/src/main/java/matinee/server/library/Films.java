package matinee.server.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.server.Config.UploadLimits;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// The library: films in a folder, each in one file called after its id, and a row about each in
/// the database.
///
/// A film is in the library when its row is there; its bytes were on the disk before that, and its
/// file gets its name after it. What an end between these steps has left is put right when the film
/// is looked for, or by the [Inventory] at the next start. Methods block. Safe for use by any
/// thread.
public final class Films implements AutoCloseable {
  /// After how long a file to which nothing was written, and of which no upload knows, is what one
  /// has left.
  private static final Duration UPLOAD_OVER = Duration.ofMinutes(10);

  private final Path folder;
  private final FilmRows rows;
  private final Arrivals arrivals;

  /// `folder` is made if it is missing; what is taken in is written down in `trail`; `chance` is a
  /// cryptographic source. Throws `IOException` when the folder cannot be used.
  public Films(
      Path folder,
      Database database,
      AuditTrail trail,
      UploadLimits limits,
      RandomGenerator chance,
      InstantSource clock)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.rows = new FilmRows(database);
    var uploads = new UploadRows(database);
    if (!database.isShared()) {
      uploads.giveAllBack();
    }
    Inventory.take(folder, rows, uploads.unfinished(), untouchedSince(database)).report();
    var tools =
        new Appending.Tools(
            folder,
            uploads,
            new Claims(uploads, chance, clock),
            new Reservations(folder, uploads, limits),
            limits,
            clock);
    arrivals = new Arrivals(this, trail, chance, tools);
  }

  /// Whoever sends nothing for much less than this is cut.
  private static Instant untouchedSince(Database database) {
    return database.isShared() ? Instant.now().minus(UPLOAD_OVER) : Instant.MAX;
  }

  /// Films on their way in.
  public Arrivals arrivals() {
    return arrivals;
  }

  /// The film called `id`, if it is in the library and its file is there.
  public Optional<Film> find(FilmId id) {
    return rows.find(id).filter(this::isThere);
  }

  private boolean isThere(Film film) {
    var file = file(film);
    if (Files.exists(file)) {
      return true;
    }
    var part = Part.file(folder, film.id());
    try {
      if (Files.exists(part) && Files.size(part) == film.sizeBytes()) {
        Part.rename(part, file);
      }
      return Files.exists(file);
    } catch (IOException e) {
      if (Files.exists(file)) {
        return true; // another has just done the same
      }
      throw new UncheckedIOException("giving a film its name", e);
    }
  }

  /// Where the bytes of `film` are.
  public Path file(Film film) {
    return folder.resolve(film.id().value());
  }

  /// The folder of what is made of films, beside theirs, which all servers of one database share as
  /// they do films.
  public Path folderOfRenditions() {
    return folder.resolveSibling("renditions");
  }

  /// From `session`'s transaction on, `film` is called `title` where nobody says otherwise.
  public static void rename(Session session, FilmId film, String title) throws SQLException {
    FilmRows.rename(session, film, title);
  }

  /// In `session`'s transaction `film`, if it is one of `owner`, is in the library no more; whether
  /// it was. Its bytes are removed before, see [#removeBytes].
  public static boolean forget(Session session, FilmId film, AccountId owner) throws SQLException {
    return FilmRows.remove(session, film, owner);
  }

  /// Removes the bytes of `film`: whoever is being sent them is sent the rest, and nobody else. A
  /// film without bytes is found no more, so that an end of the server between this and [#forget]
  /// leaves nothing that is not told at the next start.
  public void removeBytes(FilmId film) {
    try {
      Files.deleteIfExists(folder.resolve(film.value()));
    } catch (IOException e) {
      throw new UncheckedIOException("removing a film", e);
    }
  }

  /// The account called `gone` is deleted in `session`'s transaction: films that rooms may show
  /// stay, and are nobody's.
  public static void forgetOwner(Session session, AccountId gone) throws SQLException {
    FilmRows.forgetOwner(session, gone);
    UploadRows.forgetOwner(session, gone);
  }

  @Override
  public void close() {
    arrivals.close();
  }
}
