package matinee.server.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/// A film's file while it is being written: under a name of its own until the film is in the
/// library. Closed without having been kept, it is gone, and so is its part of the allotment. Used
/// by one thread.
final class Draft implements AutoCloseable {
  static final String ENDING = ".part";

  /// What has to stay free on the disk, so that the database can go on writing.
  private static final long RESERVE_BYTES = 16L * 1024 * 1024;

  private static final List<String> FULL =
      List.of(
          "no space left on device", "disk quota exceeded", "file too large", "not enough space");

  private final Path file;
  private final Path whole;
  private final Allotment allotment;
  private final FileChannel channel;
  private long takenBytes;
  private long writtenBytes;
  private boolean kept;

  private Draft(Path file, Path whole, Allotment allotment) throws IOException {
    this.file = file;
    this.whole = whole;
    this.allotment = allotment;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw explained(e);
    }
  }

  static Draft of(Path folder, FilmId id, Allotment allotment) throws IOException {
    return new Draft(folder.resolve(id.value() + ENDING), folder.resolve(id.value()), allotment);
  }

  /// Makes sure that there is room for `bytes` in all, on the disk and in the allotment, before
  /// they are written. Throws [DiskFull] when there is not.
  void reserve(long bytes) throws IOException {
    long more = bytes - takenBytes;
    if (more <= 0) {
      return;
    }
    if (Files.getFileStore(file).getUsableSpace() - RESERVE_BYTES < bytes - writtenBytes) {
      throw new DiskFull("the disk has no room for " + bytes + " bytes");
    }
    if (!allotment.take(more)) {
      throw new DiskFull("films have taken all that they may");
    }
    takenBytes = bytes;
  }

  /// Throws [DiskFull] when the disk is.
  void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        writtenBytes += channel.write(bytes);
      }
    } catch (IOException e) {
      throw explained(e);
    }
  }

  long writtenBytes() {
    return writtenBytes;
  }

  /// Nothing more comes. The bytes are on the disk when this returns.
  void finish() throws IOException {
    try {
      channel.force(true);
      channel.close();
    } catch (IOException e) {
      throw explained(e);
    }
  }

  /// Gives the finished file its name, which is on the disk when this returns.
  void keep() throws IOException {
    rename(file, whole);
    allotment.giveBack(takenBytes - writtenBytes);
    kept = true;
  }

  static void rename(Path file, Path whole) throws IOException {
    Files.move(file, whole, StandardCopyOption.ATOMIC_MOVE);
    try (var folder = FileChannel.open(whole.resolveSibling("."), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    try {
      channel.close();
    } finally {
      Files.deleteIfExists(file);
      allotment.giveBack(takenBytes);
    }
  }

  /// Java has no type of its own for a full disk, only the words of the system.
  private static IOException explained(IOException e) {
    var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return FULL.stream().anyMatch(message::contains) ? new DiskFull(message) : e;
  }
}
