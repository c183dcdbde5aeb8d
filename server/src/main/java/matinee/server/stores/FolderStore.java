package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// A folder on this machine, or one that all servers of a database share. Parts lie in it too,
/// under names that end in [#PART], and are no films.
public final class FolderStore implements Store {
  /// What the name of a film ends in that is not whole yet.
  public static final String PART = ".part";

  private final Path folder;

  /// `folder` has to be there.
  public FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public void check() {}

  @Override
  public void put(String name, Path part) throws IOException {
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }

  @Override
  public boolean renamesParts() {
    return true;
  }

  @Override
  public Optional<Path> file(String name) {
    return Optional.of(folder.resolve(name));
  }

  @Override
  public InputStream read(String name, long first, long length) throws IOException {
    var channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ);
    return new Span(Channels.newInputStream(channel.position(first)), length);
  }

  @Override
  public OptionalLong size(String name) throws IOException {
    var file = folder.resolve(name);
    return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public Map<String, Long> list() throws IOException {
    var sizes = new TreeMap<String, Long>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        if (Files.isRegularFile(file) && !name.endsWith(PART)) {
          sizes.put(name, Files.size(file));
        }
      }
    }
    return sizes;
  }

  @Override
  public void close() {}
}
