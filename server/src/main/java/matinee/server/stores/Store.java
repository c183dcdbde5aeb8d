package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Where whole films lie, each under a name of letters, digits, `-` and `_`, with bytes that never
/// change. A film is there with all its bytes or not at all. Methods block, and throw [StoreAway]
/// when the store cannot be reached or does not let itself be used. Safe for use by any thread.
public interface Store extends AutoCloseable {

  /// Throws [StoreAway] when films cannot be kept there, whose message says what to do.
  void check() throws IOException;

  /// Keeps what is in the file `part` as `name`; when this returns a power cut takes nothing of it
  /// away. Where the same was kept before, or half of it, it is kept anew. Memory that it takes
  /// does not grow with the film.
  void put(String name, Path part) throws IOException;

  /// Is putting done by giving the part another name, in the folder in which it lies?
  boolean renamesParts();

  /// The file of the film called `name`, from which the kernel can send; only a folder has those.
  Optional<Path> file(String name);

  /// An address of the store's at which whoever has it reads the film called `name`, as
  /// `contentType`, for some minutes; where people read from the store themselves. Does not block,
  /// and does not look whether there is such a film.
  default Optional<URI> address(String name, String contentType) {
    return Optional.empty();
  }

  /// `length` bytes of the film called `name` from the byte `first` on, as they are read and not
  /// before. The stream is to be closed, also before its end. Throws `NoSuchFileException` when
  /// there is no such film.
  InputStream read(String name, long first, long length) throws IOException;

  /// How many bytes the film called `name` has, if there is one.
  OptionalLong size(String name) throws IOException;

  /// Removes the film called `name`, or what was left of it by a put that broke off.
  void delete(String name) throws IOException;

  /// The size in bytes of whatever lies there, by its name.
  Map<String, Long> list() throws IOException;

  @Override
  void close();
}
