package matinee.server.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.sql.Database;

/// The library: films in a folder, each in one file called after its id, and a row about each in
/// the database.
///
/// A film is in the library when its row is there; its bytes were on the disk before that, and its
/// file gets its name after it. What an end between these steps has left is put right by the
/// [Inventory] at the next start. Methods block. Safe for use by any thread.
public final class Films {
  /// How many uploads are taken at once.
  static final int UPLOADS = 8;

  /// Whoever uploads need not be signed in, and does not say who it is.
  private static final String NOBODY = "";

  /// After how long a file to which nothing was written is what an upload has left.
  private static final Duration UPLOAD_OVER = Duration.ofMinutes(10);

  /// How large films may be: `filmBytes` each, `totalBytes` together.
  public record Limits(long filmBytes, long totalBytes) {}

  private final Path folder;
  private final FilmRows rows;
  private final AuditTrail trail;
  private final Limits limits;
  private final RandomGenerator chance;
  private final InstantSource clock;
  private final Allotment allotment;
  private final Semaphore places = new Semaphore(UPLOADS);

  /// `folder` is made if it is missing; what is taken in is written down in `trail`; `chance` is a
  /// cryptographic source. Throws `IOException` when the folder cannot be used.
  public Films(
      Path folder,
      Database database,
      AuditTrail trail,
      Limits limits,
      RandomGenerator chance,
      InstantSource clock)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.rows = new FilmRows(database);
    this.trail = trail;
    this.limits = limits;
    this.chance = chance;
    this.clock = clock;
    this.allotment = new Allotment(limits.totalBytes(), rows.totalBytes());
    Inventory.take(folder, rows, untouchedSince(database)).report();
  }

  /// Whoever sends nothing for much less than this is cut.
  private static Instant untouchedSince(Database database) {
    return database.isShared() ? Instant.now().minus(UPLOAD_OVER) : Instant.MAX;
  }

  /// The film called `id`, if it is in the library and its file is there.
  public Optional<Film> find(FilmId id) {
    return rows.find(id).filter(film -> Files.exists(file(film)));
  }

  /// Where the bytes of `film` are.
  public Path file(Film film) {
    return folder.resolve(film.id().value());
  }

  /// Takes in a film that comes from the network address `origin`, from a file that was called
  /// `fileName` there. Nothing of it is left unless the result is [Intake.Taken]. Throws
  /// `UncheckedIOException` when the disk fails otherwise than by being full.
  public Intake take(String fileName, FilmBytes bytes, String origin) {
    if (bytes.announcedBytes().orElse(0) > limits.filmBytes()) {
      return new Intake.TooLarge(limits.filmBytes());
    }
    if (!places.tryAcquire()) {
      return new Intake.Busy();
    }
    var id = FilmId.random(chance);
    try (var draft = Draft.of(folder, id, allotment)) {
      var intake = new Receiving(bytes, draft, limits.filmBytes()).receive();
      return switch (intake) {
        case Receiving.Received(Format format, long size) -> {
          var film = new Film(id, Titles.of(fileName), format, size, clock.instant());
          draft.finish();
          add(film, origin);
          keep(draft, film);
          yield new Intake.Taken(film);
        }
        case Receiving.Refused(Intake why) -> why;
      };
    } catch (SenderGone _) {
      return new Intake.BrokenOff();
    } catch (DiskFull _) {
      return new Intake.NoSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("taking in a film", e);
    } finally {
      places.release();
    }
  }

  private void add(Film film, String origin) {
    var details = Map.of("title", film.title(), "sizeBytes", String.valueOf(film.sizeBytes()));
    var entry = Entry.of(film.addedAt(), NOBODY, "film.upload", film.id().value(), origin, details);
    var _ = trail.record(entry, FilmRows.adding(film));
  }

  private void keep(Draft draft, Film film) throws IOException {
    try {
      draft.keep();
    } catch (IOException e) {
      rows.remove(film.id());
      throw e;
    }
  }
}
