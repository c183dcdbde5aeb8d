package matinee.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of this repository, as a test sees them.
final class Repository {
  private static final Set<String> BUILT = Set.of("target", "node_modules", "dist", ".git");

  private Repository() {}

  /// The folder in which `protocol/ROOM.md` stands, at or above the working directory.
  static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, path -> path != null, Path::getParent)
        .filter(path -> Files.exists(path.resolve("protocol/ROOM.md")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no protocol/ROOM.md at or above " + here));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every file below `folder` whose name ends in one of `endings`, sorted; nothing that a build
  /// has made.
  static List<Path> files(Path folder, String... endings) {
    try (var children = Files.list(folder)) {
      return children
          .sorted()
          .flatMap(
              path ->
                  Files.isDirectory(path)
                      ? below(path, endings)
                      : Stream.of(path).filter(file -> endsInOneOf(file, endings)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> below(Path folder, String... endings) {
    return BUILT.contains(folder.getFileName().toString())
        ? Stream.empty()
        : files(folder, endings).stream();
  }

  private static boolean endsInOneOf(Path file, String... endings) {
    return Stream.of(endings).anyMatch(file.toString()::endsWith);
  }
}
