package matinee.server.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import matinee.server.stores.FolderStore;

/// A film's file while it is being written: under a name of its own until the film is in the
/// library. Methods throw [DiskFull] when the disk is. Used by one thread.
final class Part implements AutoCloseable {
  static final String ENDING = FolderStore.PART;

  /// What has to stay free on the disk, so that the database can go on writing.
  private static final long RESERVE_BYTES = 16L * 1024 * 1024;

  private static final List<String> FULL =
      List.of(
          "no space left on device", "disk quota exceeded", "file too large", "not enough space");

  private final Path file;
  private final FileChannel channel;
  private long writtenBytes;

  private Part(Path file, FileChannel channel, long writtenBytes) {
    this.file = file;
    this.channel = channel;
    this.writtenBytes = writtenBytes;
  }

  /// That of the film `id` in `folder`, to be gone on with behind its first `offset` bytes; what
  /// stands behind them is cut off. Throws `NoSuchFileException` when there are not so many.
  static Part open(Path folder, FilmId id, long offset) throws IOException {
    var file = file(folder, id);
    if (offset > 0 && (!Files.exists(file) || Files.size(file) < offset)) {
      throw new NoSuchFileException(file.toString(), "", "it is gone, or cut");
    }
    try {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var part = new Part(file, channel, offset);
      part.cutTo(offset);
      if (offset == 0) {
        sync(folder);
      }
      return part;
    } catch (IOException e) {
      throw explained(e);
    }
  }

  static Path file(Path folder, FilmId id) {
    return folder.resolve(id.value() + ENDING);
  }

  /// Is there room on the disk of `folder` for so many `bytes` more? Throws [DiskFull] when not.
  static void checkRoom(Path folder, long bytes) throws IOException {
    if (Files.getFileStore(folder).getUsableSpace() - RESERVE_BYTES < bytes) {
      throw new DiskFull("the disk has no room for " + bytes + " bytes");
    }
  }

  void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        writtenBytes += channel.write(bytes, writtenBytes);
      }
    } catch (IOException e) {
      throw explained(e);
    }
  }

  /// How many bytes there are from the beginning of the file.
  long writtenBytes() {
    return writtenBytes;
  }

  /// The first `length` bytes, or all when there are fewer.
  byte[] head(int length) throws IOException {
    var head = ByteBuffer.allocate((int) Math.min(length, writtenBytes));
    while (head.hasRemaining() && channel.read(head, head.position()) > 0) {}
    return Arrays.copyOf(head.array(), head.position());
  }

  /// How far its beginning plays as `format`, if that can be told.
  Optional<Reach> reach(Format format) {
    return Reach.of(format, channel);
  }

  /// What was written is on the disk when this returns.
  void sync() throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw explained(e);
    }
  }

  /// Takes back what was written behind the first `offset` bytes.
  void cutTo(long offset) throws IOException {
    channel.truncate(offset);
    writtenBytes = offset;
  }

  Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void sync(Path folder) throws IOException {
    try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }

  /// Java has no type of its own for a full disk, only the words of the system.
  private static IOException explained(IOException e) {
    var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return FULL.stream().anyMatch(message::contains) ? new DiskFull(message) : e;
  }
}
