package matinee.server.library;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was found when the films folder was held against the rows at the start.
///
/// `completed` are films whose file only lacked its name, and has it now; `removed` is what is left
/// of uploads of which nothing is known. These are put right, for a killed server leaves them. What
/// it never leaves is told and not touched: `unknown` files without a row, and `missing` films
/// without a file, or with one that has not their size. Somebody has restored half a backup, or not
/// mounted a disk.
record Inventory(
    Set<String> completed, Set<String> removed, Set<String> unknown, Set<String> missing) {
  private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);
  private static final int NAMED = 5;

  /// The size of no file.
  private static final long NO_ROW = -1;

  /// Looks through the folder of `shelf`; whether all films are in a store elsewhere is not asked.
  /// What uploads are `unfinished` is passed over, for they may go on, and so is what was written
  /// to after `untouchedSince`: another server may be at it.
  static Inventory take(Shelf shelf, FilmRows rows, Set<FilmId> unfinished, Instant untouchedSince)
      throws IOException {
    var folder = shelf.folder();
    var waiting = unfinished.stream().map(shelf::part).collect(toSet());
    var sizes = rows.sizes();
    var found = new Inventory(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (!waiting.contains(file) && !isBeingWritten(file, untouchedSince)) {
          found.judge(shelf, file, sizes);
        }
      }
    }
    for (var film : sizes.entrySet()) {
      if (shelf.store().renamesParts()
          && !isWhole(folder.resolve(film.getKey().value()), film.getValue())) {
        found.missing.add(film.getKey().value());
      }
    }
    return found;
  }

  private static boolean isBeingWritten(Path file, Instant untouchedSince) {
    try {
      return file.toString().endsWith(Part.ENDING)
          && Files.getLastModifiedTime(file).toInstant().isAfter(untouchedSince);
    } catch (IOException _) {
      return true; // and has its name by now
    }
  }

  private void judge(Shelf shelf, Path file, Map<FilmId, Long> sizes) throws IOException {
    var name = file.getFileName().toString();
    if (!name.endsWith(Part.ENDING)) {
      if (!FilmId.isWellFormed(name) || !sizes.containsKey(new FilmId(name))) {
        unknown.add(name);
      }
      return;
    }
    var id = name.substring(0, name.length() - Part.ENDING.length());
    var whole = file.resolveSibling(id);
    long size = FilmId.isWellFormed(id) ? sizes.getOrDefault(new FilmId(id), NO_ROW) : NO_ROW;
    if (shelf.store().renamesParts() && isWhole(file, size) && !Files.exists(whole)) {
      shelf.store().put(id, file);
      completed.add(id);
    } else {
      Files.delete(file);
      removed.add(name);
    }
  }

  private static boolean isWhole(Path file, long size) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == size;
  }

  /// Tells whoever runs the server.
  void report() {
    if (!completed.isEmpty() || !removed.isEmpty()) {
      LOG.info(
          "films: {} uploads completed that had ended with the server, the rest of {} removed",
          completed.size(),
          removed.size());
    }
    if (!unknown.isEmpty()) {
      LOG.warn(
          "films: {} files in the films folder belong to no film ({}). Move them away, or restore"
              + " the database that belongs to them.",
          unknown.size(),
          some(unknown));
    }
    if (!missing.isEmpty()) {
      LOG.warn(
          "films: the files of {} films are missing or cut ({}). Restore them to the films folder,"
              + " which all servers of one database share; until then these films cannot be"
              + " watched.",
          missing.size(),
          some(missing));
    }
  }

  private static String some(Set<String> names) {
    var first = String.join(", ", names.stream().limit(NAMED).toList());
    return names.size() > NAMED ? first + ", ..." : first;
  }
}
