package matinee.server.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import matinee.server.sql.Database;

/// Holds what lies on a shelf against the rows of films. Changes nothing. Servers may be at work
/// meanwhile: what does not fit is looked at once more, as it is by then. Used by one thread.
public final class FilmCheck {
  /// How long nothing has to be written to a part that no upload knows.
  private static final Duration PART_OVER = Duration.ofMinutes(10);

  private final Shelf shelf;
  private final FilmRows rows;
  private final UploadRows uploads;
  private final boolean isFast;

  /// `isFast` compares sizes alone and reads no film.
  public FilmCheck(Shelf shelf, Database database, boolean isFast) {
    this.shelf = shelf;
    this.rows = new FilmRows(database);
    this.uploads = new UploadRows(database);
    this.isFast = isFast;
  }

  /// What was found: ids of the `missing` films and of the `damaged` ones, which have other bytes
  /// than when they were stored, and names of what is `stray` and belongs to no film. Of `unsummed`
  /// films, which were stored before sums were kept, only the size could be compared.
  public record Findings(
      int films, Set<String> missing, Set<String> damaged, Set<String> stray, int unsummed) {

    /// Is all as it should be?
    public boolean isWell() {
      return missing.isEmpty() && damaged.isEmpty() && stray.isEmpty();
    }
  }

  /// Throws `IOException` when a film cannot be read or the store cannot be reached.
  public Findings run() throws IOException {
    var listed = shelf.store().list();
    var films = rows.sums();
    var missing = new TreeSet<String>();
    var damaged = new TreeSet<String>();
    var stray = new TreeSet<String>();
    int unsummed = 0;
    for (var name : listed.keySet()) {
      if (isStray(name, films)) {
        stray.add(name);
      }
    }
    addStrayParts(films, stray);
    for (var film : films.entrySet()) {
      switch (state(film.getKey(), film.getValue(), listed)) {
        case MISSING -> missing.add(film.getKey().value());
        case DAMAGED -> damaged.add(film.getKey().value());
        case UNSUMMED -> unsummed++;
        case WELL -> {}
      }
    }
    return new Findings(films.size(), missing, damaged, stray, unsummed);
  }

  private enum State {
    WELL,
    MISSING,
    DAMAGED,
    UNSUMMED
  }

  private State state(FilmId id, FilmRows.Sum film, Map<String, Long> listed) throws IOException {
    var state = bytesOf(id, film, listed);
    boolean isDeletedMeanwhile = state != State.WELL && rows.find(id).isEmpty();
    return isDeletedMeanwhile ? State.WELL : state;
  }

  private State bytesOf(FilmId id, FilmRows.Sum film, Map<String, Long> listed) throws IOException {
    var size = size(id, listed);
    if (size.isEmpty()) {
      return State.MISSING;
    }
    if (size.getAsLong() != film.sizeBytes()) {
      return State.DAMAGED;
    }
    if (film.sha256().isEmpty()) {
      return State.UNSUMMED;
    }
    try {
      return isFast || sum(id, film.sizeBytes()).equals(film.sha256().get())
          ? State.WELL
          : State.DAMAGED;
    } catch (NoSuchFileException _) {
      return State.MISSING;
    }
  }

  private boolean isStray(String name, Map<FilmId, FilmRows.Sum> films) throws IOException {
    if (!FilmId.isWellFormed(name)) {
      return true;
    }
    var id = new FilmId(name);
    return !films.containsKey(id)
        && uploads.find(id).isEmpty()
        && rows.find(id).isEmpty()
        && shelf.store().size(name).isPresent();
  }

  private void addStrayParts(Map<FilmId, FilmRows.Sum> films, Set<String> stray)
      throws IOException {
    var since = Instant.now().minus(PART_OVER);
    try (var parts = Files.newDirectoryStream(shelf.folder(), "*" + Part.ENDING)) {
      for (var part : parts) {
        var name = String.valueOf(part.getFileName());
        var id = name.substring(0, name.length() - Part.ENDING.length());
        boolean isKnown =
            FilmId.isWellFormed(id)
                && (films.containsKey(new FilmId(id))
                    || uploads.find(new FilmId(id)).isPresent()
                    || rows.find(new FilmId(id)).isPresent());
        if (!isKnown && isOlder(part, since)) {
          stray.add(name);
        }
      }
    }
  }

  private static boolean isOlder(Path part, Instant since) throws IOException {
    try {
      return Files.getLastModifiedTime(part).toInstant().isBefore(since);
    } catch (NoSuchFileException _) {
      return false; // it was an upload that has just ended
    }
  }

  private OptionalLong size(FilmId id, Map<String, Long> listed) throws IOException {
    var then = listed.get(id.value());
    if (then != null) {
      return OptionalLong.of(then);
    }
    var now = shelf.store().size(id.value());
    var part = shelf.part(id);
    return now.isEmpty() && shelf.store().renamesParts() && Files.exists(part)
        ? OptionalLong.of(Files.size(part)) // it gets its name when it is first looked for
        : now;
  }

  private String sum(FilmId id, long size) throws IOException {
    try (var bytes = bytes(id, size)) {
      return FilmSum.of(bytes);
    }
  }

  private InputStream bytes(FilmId id, long size) throws IOException {
    try {
      return shelf.store().read(id.value(), 0, size);
    } catch (NoSuchFileException e) {
      if (shelf.store().renamesParts() && Files.exists(shelf.part(id))) {
        return Files.newInputStream(shelf.part(id));
      }
      throw e;
    }
  }
}
