package matinee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// When sockets of the tracker are cut on which nothing is said, and what of it is in the log
/// (P-08).
final class SilentSockets {
  private static final int COUNT = TrackerFlood.SILENT;
  private static final Duration WATCHED = Duration.ofSeconds(90);

  private SilentSockets() {}

  static void measure(Path repository) throws IOException, InterruptedException {
    try (var server = MatineeProcess.start(repository, MatineeProcess.freePort());
        var sockets = new TrackerSockets(server.target())) {
      var before = Footprint.of(server.process());
      long lines = server.process().lines();
      long start = System.nanoTime();
      sockets.open(COUNT, _ -> {});
      double opened = secondsSince(start);
      var grown = Footprint.of(server.process()).minus(before);
      double last = 0;
      int ended = 0;
      while (ended < COUNT && secondsSince(start) < WATCHED.toSeconds()) {
        Thread.sleep(100);
        if (sockets.ended() > ended) {
          ended = sockets.ended();
          last = secondsSince(start);
        }
      }
      System.out.printf(
          "| %,d say nothing to the tracker | %.1f KiB resident a socket | opened within %.1f s, %,d"
              + " cut, the last after %.1f s | %d lines of the log |%n",
          COUNT,
          grown.residentBytes() / 1024.0 / COUNT,
          opened,
          ended,
          last,
          server.process().lines() - lines);
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
