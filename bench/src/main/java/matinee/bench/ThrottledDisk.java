package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A disk of its own, in a file, which the kernel lets be written no faster than is wanted; until
/// closed. Needs root, loop devices and `blkio` of cgroup v1.
///
/// The bound stands at the root of the groups: pages that were only put aside are written by the
/// kernel's own threads, which are in no other.
///
/// `device` is what the file is as a disk, `number` is what the kernel calls it.
record ThrottledDisk(Scratch scratch, String device, String number) implements AutoCloseable {
  private static final Path BOUND = Path.of("/sys/fs/cgroup/blkio/blkio.throttle.write_bps_device");
  private static final String UNBOUNDED = "0";

  /// One of `megabytes`, as fast as the machine is. Throws `IOException`, which says what is
  /// missing, where there can be none.
  static ThrottledDisk make(int megabytes) throws IOException, InterruptedException {
    if (!Files.isWritable(BOUND)) {
      throw new IOException("a slow disk needs root and blkio of cgroup v1: " + BOUND);
    }
    var scratch = Scratch.make();
    var image = scratch.resolve("disk").toString();
    said("truncate", "--size=" + megabytes + "M", image);
    said("mkfs.ext4", "-q", image);
    var device = said("losetup", "--find", "--show", image);
    var disk = new ThrottledDisk(scratch, device, said("lsblk", "-no", "MAJ:MIN", device));
    said("mount", device, Files.createDirectory(disk.folder()).toString());
    return disk;
  }

  /// What is kept there.
  Path folder() {
    return scratch.resolve("mounted");
  }

  /// From now on it takes at most so many bytes a second.
  void throttle(long bytesPerSecond) throws IOException {
    bound(Long.toString(bytesPerSecond));
  }

  private void bound(String bytesPerSecond) throws IOException {
    Files.writeString(BOUND, number + " " + bytesPerSecond);
  }

  private static String said(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", List.of(command)) + ": " + said);
    }
    return said;
  }

  @Override
  public void close() throws IOException {
    try {
      bound(UNBOUNDED);
      said("umount", "--lazy", folder().toString()); // who wrote there may still be ending
      said("losetup", "--detach", device);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a disk was put away: " + device, e);
    }
    scratch.close();
  }
}
