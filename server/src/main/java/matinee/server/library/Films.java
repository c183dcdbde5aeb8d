package matinee.server.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.server.Config.UploadLimits;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.background.FewThreads;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// The library: films on a [Shelf], each called after its id, and a row about each in the database.
///
/// A film is in the library when its row is there; its bytes were kept before that, and in a folder
/// its file gets its name after it. What an end between these steps has left is put right when the
/// film is looked for, or by the [Inventory] at the next start. Methods block. Safe for use by any
/// thread.
public final class Films implements AutoCloseable {
  /// After how long a file to which nothing was written, and of which no upload knows, is what one
  /// has left.
  private static final Duration UPLOAD_OVER = Duration.ofMinutes(10);

  /// Of how many films at once the sum is made.
  private static final int SUMMED_AT_ONCE = 2;

  private final Shelf shelf;
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
    this(Shelf.of(folder), database, trail, limits, chance, clock);
  }

  /// As above, on `shelf`, which is closed with it.
  public Films(
      Shelf shelf,
      Database database,
      AuditTrail trail,
      UploadLimits limits,
      RandomGenerator chance,
      InstantSource clock)
      throws IOException {
    this.shelf = shelf;
    var folder = shelf.folder();
    this.rows = new FilmRows(database);
    var uploads = new UploadRows(database);
    if (!database.isShared()) {
      uploads.giveAllBack();
    }
    Inventory.take(shelf, rows, uploads.unfinished(), untouchedSince(database)).report();
    var tools =
        new Appending.Tools(
            shelf,
            uploads,
            new Claims(uploads, chance, clock),
            new Reservations(folder, uploads, limits),
            new FewThreads("film-sum", SUMMED_AT_ONCE, Arrivals.AT_ONCE),
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
    return rows.find(id).filter(shelf::has);
  }

  /// The film called `id` as it can be read now, if it is in the library or on its way there.
  public Optional<Showing> showing(FilmId id) {
    return find(id)
        .map(film -> new Showing(film, film.sizeBytes(), true))
        .or(() -> arrivals.coming(id))
        .or(() -> find(id).map(film -> new Showing(film, film.sizeBytes(), true)));
  }

  /// The bytes of `film`, which is on its way in, from the byte `first` on, as they come; the
  /// stream is to be closed. Throws `EOFException` from the stream when nothing more comes.
  public InputStream readAsItComes(Film film, long first) throws IOException {
    try {
      var part = FileChannel.open(shelf.part(film.id()), StandardOpenOption.READ);
      return new GrowingStream(
          part, first, () -> arrivals.there(film.id()), GrowingStream.PATIENCE);
    } catch (NoSuchFileException e) {
      if (find(film.id()).isEmpty()) {
        throw e;
      }
      return shelf.store().read(film.id().value(), first, film.sizeBytes() - first);
    }
  }

  /// The file with the bytes of `film`, if they lie in a folder.
  public Optional<Path> file(Film film) {
    return shelf.store().file(film.id().value());
  }

  /// An address of the store's for `film`, where people read from there themselves.
  public Optional<URI> address(Film film) {
    return shelf.store().address(film.id().value(), film.format().contentType());
  }

  /// `length` bytes of `film` from the byte `first` on; the stream is to be closed. Throws
  /// [matinee.server.stores.StoreAway] when the store cannot be reached.
  public InputStream read(Film film, long first, long length) throws IOException {
    return shelf.store().read(film.id().value(), first, length);
  }

  /// The folder of what is made of films, beside theirs, which all servers of one database share as
  /// they do films.
  public Path folderOfRenditions() {
    return shelf.folder().resolveSibling("renditions");
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
      shelf.store().delete(film.value());
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
    shelf.store().close();
  }
}
