package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// `./dev bench range`: how fast films are read in ranges, beside an nginx that serves the same
/// file from the same core, in turn; and what many readers cost in memory.
///
/// Prints a Markdown table. Needs nginx (`apt-get install nginx-light`). `--seconds=N` is how long
/// each turn lasts, 10 where it is not given; `--turns=N` how many each has, 5; `--megabytes=N` the
/// size of the film, 256.
public final class Range {
  private static final int FEW = 8;
  private static final int MANY = 200;
  private static final int WARM_UP_S = 5;
  private static final double MB = 1e6;

  private Range() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    var words = new Words(arguments);
    int seconds = words.number("seconds", 10);
    int turns = words.number("turns", 5);
    var film = WatchedFilm.beginning(words.number("megabytes", 256) << 20);
    try (var scratch = Scratch.make()) {
      var file = scratch.resolve("film");
      Files.write(file, film);
      try (var nginx = Nginx.start(scratch.folder(), scratch.folder());
          var server = MatineeProcess.start(repository, MatineeProcess.freePort());
          var watched = WatchedFilm.of(server.target(), film)) {
        var peer = new Side("nginx", nginx.process(), nginx.port(), "/film", film.length);
        var ours =
            new Side(
                "Matinee",
                server.process(),
                server.target().httpPort(),
                watched.path(),
                film.length);
        // or what is compiled for the first time would count
        var _ = ours.turn(FEW, (int) Fanout.JVM_WARM_UP.toSeconds());
        compare(peer, ours, FEW, seconds, turns);
        compare(peer, ours, MANY, seconds, turns);
      }
    }
  }

  private static void compare(Side peer, Side ours, int readers, int seconds, int turns)
      throws IOException, InterruptedException {
    var theirs = new ArrayList<Turn>();
    var own = new ArrayList<Turn>();
    double liveBefore = ours.liveHeapMb();
    for (int i = 0; i < turns; i++) {
      theirs.add(peer.turn(readers, seconds));
      own.add(ours.turn(readers, seconds));
    }
    tell(peer, readers, theirs);
    tell(ours, readers, own);
    System.out.printf(
        Locale.ROOT,
        "| %d readers | live heap of Matinee %.1f MB before, %.1f MB after all turns |%n",
        readers,
        liveBefore,
        ours.liveHeapMb());
    System.out.printf(
        Locale.ROOT,
        "| %d readers | Matinee has %.2f of the throughput, and takes %.2f of the CPU a GB |%n",
        readers,
        median(own, Turn::mbPerSecond) / median(theirs, Turn::mbPerSecond),
        median(own, Turn::cpuPerGb) / median(theirs, Turn::cpuPerGb));
  }

  private static void tell(Side side, int readers, List<Turn> turns) {
    System.out.printf(
        Locale.ROOT,
        "| %s, %d readers | %,.0f MB/s | %.3f s CPU a GB | resident %s MB after each turn |%n",
        side.name,
        readers,
        median(turns, Turn::mbPerSecond),
        median(turns, Turn::cpuPerGb),
        String.join(
            ", ", turns.stream().map(it -> "%.1f".formatted(it.residentBytes / MB)).toList()));
  }

  private interface Figure {
    double of(Turn turn);
  }

  private static double median(List<Turn> turns, Figure figure) {
    return turns.stream()
        .mapToDouble(figure::of)
        .sorted()
        .skip(turns.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  /// What one turn came to.
  private record Turn(double mbPerSecond, double cpuPerGb, long residentBytes) {}

  /// One of the two that serve the film.
  private record Side(String name, ServerProcess process, int port, String path, long bytes) {

    Turn turn(int count, int seconds) throws IOException, InterruptedException {
      try (var readers = RangeReaders.begin(port, path, bytes, count)) {
        TimeUnit.SECONDS.sleep(WARM_UP_S);
        long start = System.nanoTime();
        double cpuBefore = process.cpuSeconds();
        long before = readers.bytes();
        TimeUnit.SECONDS.sleep(seconds);
        double took = (System.nanoTime() - start) / 1e9;
        long read = readers.bytes() - before;
        double cpu = process.cpuSeconds() - cpuBefore;
        return new Turn(read / MB / took, cpu / (read / 1e9), process.residentBytes());
      }
    }

    double liveHeapMb() throws IOException {
      return process.liveHeapBytes().orElse(0) / MB;
    }
  }
}
