package matinee.server.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Copies the whole films of one folder into another. What is there already with the same size is
/// left as it is, for a film never changes.
public final class FilmFolder {

  private FilmFolder() {}

  /// Returns how many films are in `to` that are in `from`. Nothing but whole films bear their own
  /// names at any moment. Throws `IOException` when one cannot be read or written.
  public static int copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    var films = films(from);
    for (var film : films) {
      var copy = to.resolve(film.getFileName());
      if (!Files.exists(copy) || Files.size(copy) != Files.size(film)) {
        var unfinished = to.resolve(film.getFileName() + Part.ENDING);
        Files.copy(film, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return films.size();
  }

  private static List<Path> films(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(Part.ENDING))
          .toList();
    }
  }
}
