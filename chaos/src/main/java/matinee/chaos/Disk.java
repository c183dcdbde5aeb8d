package matinee.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small file system of its own, in memory, which can be filled. To mount one takes the rights of
/// root.
final class Disk implements AutoCloseable {
  /// A new PostgreSQL takes 50 MB; the rest is for what it writes in a trial.
  private static final int MEGABYTES = 320;

  private static final int PIECE = 1 << 20;

  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /// May this process mount one?
  static boolean isPossible() {
    try (var _ = mount()) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Throws `IOException`, with what is needed, when it cannot be mounted.
  static Disk mount() throws IOException {
    var folder = Files.createTempDirectory("matinee-disk");
    try {
      SystemTool.run(
          "mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString());
    } catch (IOException e) {
      Files.delete(folder);
      throw new IOException("a disk of its own needs the right to mount one: run it as root", e);
    }
    return new Disk(folder);
  }

  Path folder() {
    return folder;
  }

  /// Leaves not one byte free.
  void fill() throws IOException {
    try (var file = Files.newOutputStream(filler())) {
      for (int size = PIECE; size > 0; size /= 2) {
        writeWhileThereIsRoom(file, new byte[size]);
      }
    }
  }

  private static void writeWhileThereIsRoom(OutputStream file, byte[] piece) {
    try {
      while (true) {
        file.write(piece);
      }
    } catch (IOException _) {
      // full
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    SystemTool.run("umount", "--lazy", folder.toString());
    Files.delete(folder);
  }
}
