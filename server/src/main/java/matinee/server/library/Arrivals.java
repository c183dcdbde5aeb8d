package matinee.server.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.stores.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Films on their way in. An upload is begun, goes on in pieces at whatever server, and is finished
/// with its last byte: then a film of its id is in the library, once. What comes of a piece that
/// breaks off is kept, so that it can be gone on with; what nobody goes on with is removed.
///
/// An upload's row never tells of more bytes than are on the disk, and its file is removed before
/// its row. Methods block. Safe for use by any thread.
public final class Arrivals implements AutoCloseable {
  /// How many pieces are taken at once.
  public static final int AT_ONCE = 32;

  /// For how long an upload is kept that cannot go on if it breaks off.
  static final Duration IN_ONE_GO = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
  private static final int SWEPT_AT_ONCE = 200;

  private final Films films;
  private final AuditTrail trail;
  private final RandomGenerator chance;
  private final Appending.Tools tools;
  private final UploadRows rows;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final PeriodicTask sweeping;

  Arrivals(Films films, AuditTrail trail, RandomGenerator chance, Appending.Tools tools) {
    this.films = films;
    this.trail = trail;
    this.chance = chance;
    this.tools = tools;
    rows = tools.rows();
    sweeping =
        new PeriodicTask(
            Thread.ofVirtual().name("upload-sweep"),
            Pauses.before(SWEPT_EVERY),
            this::sweep,
            e -> LOG.warn("could not remove uploads that are over", e));
  }

  /// The size of the largest film that is taken.
  public long maxFilmBytes() {
    return tools.limits().maxFilmBytes();
  }

  /// Begins an upload of `size` bytes, if that is known, from a file that is called `fileName`:
  /// [Intake.Waiting] for its first bytes, or why not.
  public Intake begin(Uploader who, String fileName, OptionalLong size) {
    return begin(newKey(), who, fileName, size);
  }

  /// As above; whoever knows `key` may go on with it.
  public Intake begin(UploadKey key, Uploader who, String fileName, OptionalLong size) {
    return begin(key.film(), who, fileName, size, tools.limits().unfinished());
  }

  /// One that nobody knows yet.
  public UploadKey newKey() {
    return UploadKey.random(chance);
  }

  private Intake begin(FilmId id, Uploader who, String fileName, OptionalLong size, Duration kept) {
    if (size.orElse(1) == 0) {
      return new Intake.Empty();
    }
    if (size.orElse(0) > maxFilmBytes()) {
      return new Intake.TooLarge(maxFilmBytes());
    }
    var now = tools.clock().instant();
    var upload =
        new Upload(
            id,
            who instanceof Uploader.Account(var account) ? account.value() : "",
            Titles.of(fileName),
            new Upload.Come(size, 0, 0),
            now,
            now.plus(kept),
            false);
    try {
      return tools
          .reservations()
          .begin(upload, who, size.orElse(0), now)
          .orElseGet(() -> new Intake.Waiting(upload));
    } catch (DiskFull _) {
      return new Intake.NoSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("beginning an upload", e);
    }
  }

  /// How the upload called `id` stands: [Intake.Waiting], [Intake.Taken], or [Intake.Unknown].
  public Intake look(FilmId id) {
    return current(id).map(this::standing).orElseGet(Intake.Unknown::new);
  }

  private Optional<Upload> current(FilmId id) {
    return rows.find(id).filter(it -> it.expires().isAfter(tools.clock().instant()));
  }

  private Intake standing(Upload upload) {
    return upload.isFinished()
        ? films.find(upload.id()).<Intake>map(Intake.Taken::new).orElseGet(Intake.Unknown::new)
        : new Intake.Waiting(upload);
  }

  /// The film called `id` as far as it has come, if it is on its way in, its size is known, and it
  /// can be read as it comes.
  Optional<Showing> coming(FilmId id) {
    return current(id)
        .filter(upload -> !upload.isFinished() && upload.sizeBytes().isPresent())
        .flatMap(this::showing);
  }

  /// How many bytes of the film called `id` are there, if it is on its way in or has come.
  OptionalLong there(FilmId id) {
    return rows.find(id)
        .map(upload -> OptionalLong.of(upload.offsetBytes()))
        .orElseGet(OptionalLong::empty);
  }

  private Optional<Showing> showing(Upload upload) {
    return tools
        .shelf()
        .formatOfPart(upload.id())
        .map(
            format ->
                new Showing(
                    new Film(
                        upload.id(),
                        upload.name(),
                        format,
                        upload.sizeBytes().orElseThrow(),
                        upload.begun()),
                    upload.offsetBytes(),
                    false));
  }

  /// Writes `piece`, which comes from the network address `origin`, to the upload called `id`:
  /// [Intake.Waiting] for more, [Intake.Taken], or why not. Throws `UncheckedIOException` when the
  /// disk fails otherwise than by being full.
  public Intake append(FilmId id, Piece piece, String origin) {
    if (!places.tryAcquire()) {
      return new Intake.Busy();
    }
    try {
      return claimed(id, claim -> append(claim, piece, origin));
    } finally {
      places.release();
    }
  }

  /// What `work` gives while nobody else writes to the upload called `id`.
  private Intake claimed(FilmId id, Function<Claim, Intake> work) {
    if (current(id).isEmpty()) {
      return new Intake.Unknown();
    }
    var claim = tools.claims().take(id);
    if (claim.isEmpty()) {
      return new Intake.Claimed();
    }
    try {
      return work.apply(claim.get());
    } finally {
      tools.claims().giveBack(claim.get());
    }
  }

  private Intake append(Claim claim, Piece piece, String origin) {
    var found = current(claim.upload());
    if (found.isEmpty()) {
      return new Intake.Unknown();
    }
    var upload = found.get();
    if (piece.offset() != upload.offsetBytes()) {
      return new Intake.Elsewhere(upload.offsetBytes());
    }
    if (upload.isFinished()) {
      return standing(upload);
    }
    long left = upload.sizeBytes().orElse(Long.MAX_VALUE) - upload.offsetBytes();
    if (piece.bytes().announcedBytes().orElse(0) > left) {
      return new Intake.TooLarge(upload.sizeBytes().orElse(maxFilmBytes()));
    }
    try {
      return switch (new Appending(tools, upload, claim, piece).run()) {
        case Appending.Whole(var format, long size) ->
            finish(
                upload,
                claim,
                new Film(upload.id(), upload.name(), format, size, tools.clock().instant()),
                origin);
        case Appending.Some _ -> look(upload.id());
        case Appending.Ended(var why, boolean isHopeless) -> {
          if (isHopeless) {
            remove(claim);
          }
          yield why;
        }
      };
    } catch (NoSuchFileException _) {
      remove(claim);
      return new Intake.Unknown();
    } catch (IOException e) {
      throw new UncheckedIOException("taking in a film", e);
    }
  }

  /// Puts `film` into the library, once its store has it. In a folder its file gets its name when
  /// it is first looked for.
  private Intake finish(Upload upload, Claim claim, Film film, String origin) throws IOException {
    var sum = FilmSum.of(tools.shelf().part(film.id()), tools.summing());
    try {
      tools.shelf().keep(film.id());
    } catch (StoreAway e) {
      LOG.warn("a film waits to be stored: {}", e.getMessage());
      return new Intake.StoreAway();
    }
    var details = Map.of("title", film.title(), "sizeBytes", String.valueOf(film.sizeBytes()));
    var entry =
        Entry.of(film.addedAt(), upload.actor(), "film.upload", film.id().value(), origin, details);
    var expires = film.addedAt().plus(tools.limits().unfinished());
    if (trail.record(entry, session -> UploadRows.finish(session, claim, film, sum, expires))) {
      tools.shelf().settle(film.id());
      return look(upload.id());
    }
    if (rows.find(film.id()).isEmpty() && films.find(film.id()).isEmpty()) {
      tools.shelf().remove(film.id()); // it was removed while its bytes were on their way
    }
    return new Intake.BrokenOff();
  }

  /// Takes in a whole film at once: an upload of which nothing is left unless the result is
  /// [Intake.Taken].
  public Intake take(Uploader who, String fileName, FilmBytes bytes, String origin) {
    return switch (begin(newKey().film(), who, fileName, bytes.announcedBytes(), IN_ONE_GO)) {
      case Intake.Waiting(var upload) -> {
        var intake = append(upload.id(), new Piece(0, bytes, Optional.empty(), true), origin);
        if (!(intake instanceof Intake.Taken)) {
          var _ = end(upload.id());
        }
        yield intake instanceof Intake.Waiting ? new Intake.BrokenOff() : intake;
      }
      case Intake refusal -> refusal;
    };
  }

  /// Ends the upload called `id`, of which nothing is left: [Intake.Ended]; or [Intake.Unknown],
  /// [Intake.Claimed], and [Intake.Taken] if it is finished.
  public Intake end(FilmId id) {
    return claimed(
        id,
        claim -> {
          var standing = look(id);
          if (standing instanceof Intake.Waiting) {
            remove(claim);
            return new Intake.Ended();
          }
          return standing;
        });
  }

  private void remove(Claim claim) {
    try {
      tools.shelf().remove(claim.upload());
    } catch (IOException e) {
      throw new UncheckedIOException("removing an upload", e);
    }
    rows.remove(claim);
  }

  /// Removes what is over, a little at a time, until nothing is left of it.
  void sweep() {
    List<FilmId> over;
    do {
      over = rows.over(tools.clock().instant(), SWEPT_AT_ONCE);
      for (var id : over) {
        tools.claims().take(id).ifPresent(this::sweep);
      }
    } while (!over.isEmpty() && !Thread.currentThread().isInterrupted());
  }

  private void sweep(Claim claim) {
    try {
      if (rows.find(claim.upload()).filter(Upload::isFinished).isPresent()) {
        rows.remove(claim);
      } else {
        remove(claim);
      }
    } finally {
      tools.claims().giveBack(claim);
    }
  }

  @Override
  public void close() {
    sweeping.close();
    tools.claims().close();
    tools.summing().close();
  }
}
