package matinee.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// An ext4 file system in the file `disk.img` of a folder, mounted at `data` beside it. To mount
/// one takes the rights of root, on Linux.
///
/// The file has what has reached the disk, and not what the system still has in memory: a copy of
/// it is what a power cut leaves, of a disk that keeps what it is given.
final class Image implements AutoCloseable {
  private static final long BYTES = 1L << 30;
  private static final String NAME = "disk.img";
  private static final Duration REST_LIMIT = Duration.ofSeconds(30);
  private static final int TRIES = 20;

  private final Path file;
  private final Path mount;

  private Image(Path folder) {
    file = folder.resolve(NAME);
    mount = folder.resolve("data");
  }

  /// May this process mount one?
  static boolean isPossible() {
    try {
      var folder = Files.createTempDirectory("matinee-image");
      try (var _ = make(folder)) {
        return true;
      } finally {
        Files.deleteIfExists(folder.resolve(NAME));
        Files.delete(folder);
      }
    } catch (IOException _) {
      return false;
    }
  }

  /// A new one in `folder`. Throws `IOException`, with what is needed, when it cannot be mounted.
  static Image make(Path folder) throws IOException {
    var image = new Image(folder);
    try (var file = new RandomAccessFile(image.file.toFile(), "rw")) {
      file.setLength(BYTES);
    }
    SystemTool.run("mkfs.ext4", "-q", "-F", image.file.toString());
    return image.mounted();
  }

  /// The copy in `folder`, as a machine finds it that starts after the power cut.
  static Image copied(Path folder) throws IOException {
    return new Image(folder).mounted();
  }

  private Image mounted() throws IOException {
    Files.createDirectories(mount);
    try {
      SystemTool.run("mount", "-o", "loop", file.toString(), mount.toString());
    } catch (IOException e) {
      Files.delete(mount);
      throw new IOException("a disk of its own needs the right to mount one: run it as root", e);
    }
    return this;
  }

  /// Where its files are.
  Path mount() {
    return mount;
  }

  /// Copies it into `folder` as it is on the disk at one instant. Whoever writes to it must stand
  /// still meanwhile; nothing is written to the disk for that. What the system itself writes in
  /// that time, from its memory, makes it begin again.
  void copyTo(Path folder) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      var before = written();
      SystemTool.run(
          "cp", "--sparse=always", file.toString(), folder.resolve(file.getFileName()).toString());
      if (before.equals(written())) {
        return;
      }
    }
    throw new IOException("the disk was written to all the time");
  }

  /// How many writes, and how many sectors, the disk has taken so far, none being under way.
  private List<String> written() throws IOException {
    var device = Path.of(SystemTool.run("findmnt", "-n", "-o", "SOURCE", mount.toString()));
    var stat = Path.of("/sys/block", device.getFileName().toString(), "stat");
    long limit = System.nanoTime() + REST_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      var fields = Files.readString(stat).strip().split(" +");
      if (fields[8].equals("0")) {
        return List.of(fields[4], fields[6]);
      }
      Pause.ms(5);
    }
    throw new IOException("the disk did not come to rest within " + REST_LIMIT);
  }

  @Override
  public void close() throws IOException {
    SystemTool.run("umount", mount.toString());
    Files.delete(mount);
  }
}
