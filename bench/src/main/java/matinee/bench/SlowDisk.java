package matinee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// `./dev bench slowDisk`: what rooms notice of a disk that takes a megabyte a second, and of a
/// film that is uploaded to it meanwhile (F-20). The journal, on SQLite, is on the same disk.
///
/// Prints a Markdown table. Needs root, loop devices and `blkio` of cgroup v1. `--rooms=N` is for
/// others than 50 rooms of 4 with one message a second each.
public final class SlowDisk {
  private static final int MEMBERS = 4;
  private static final int DISK_MB = 512;
  private static final int FILM_MB = 100;
  private static final int MB = 1 << 20;

  private SlowDisk() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    int rooms = new Words(arguments).number("rooms", 50);
    try (var disk = ThrottledDisk.make(DISK_MB);
        var server =
            MatineeProcess.start(
                repository, MatineeProcess.freePort(), disk.folder().resolve("data"));
        var crowd = Crowd.gather(server.target(), rooms, MEMBERS)) {
      var fast = tell("the machine's disk", server, crowd, Fanout.JVM_WARM_UP);
      disk.throttle(MB);
      var slow = tell("1 MB/s", server, crowd, Fanout.WARM_UP);
      var film = upload(server);
      var busy = tell("1 MB/s, a film on its way", server, crowd, Fanout.WARM_UP);
      System.out.printf(
          Locale.ROOT,
          "| p99, times that on the machine's disk | 1 MB/s %.2f, with a film on its way %.2f |%n",
          slow.latencies().micros(0.99) / fast.latencies().micros(0.99),
          busy.latencies().micros(0.99) / fast.latencies().micros(0.99));
      film.cancel(true);
    }
  }

  private static Steady tell(String disk, MatineeProcess server, Crowd crowd, Duration warmUp)
      throws IOException, InterruptedException {
    var steady = Steady.measure(crowd, server.process(), warmUp, 1);
    System.out.println("| " + disk + " | " + steady.row() + " |");
    return steady;
  }

  private static CompletableFuture<String> upload(MatineeProcess server) {
    var bytes = WatchedFilm.beginning(FILM_MB * MB);
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return WatchedFilm.upload(server.target().httpPort(), "film.flac", bytes);
          } catch (IOException e) {
            throw new CompletionException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
          }
        });
  }
}
