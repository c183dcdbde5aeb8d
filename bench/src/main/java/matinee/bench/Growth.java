package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `./dev bench growth members [N...]` and `./dev bench growth rooms [N...]`: what a server costs
/// as one room grows, or as there are more rooms of one.
///
/// Prints a Markdown table, a line for each number, each on a server of its own that has let in and
/// lost 300 others before. All come at once; what that cost is looked at a second after the last is
/// in. Then nothing happens for eleven seconds, and after that people speak in turn: ten messages a
/// second in one room, 200 over all rooms. Every message is counted at everyone.
public final class Growth {
  private static final int PORT = 19_081;
  private static final int WARM_UP = 300;
  private static final int SETTLE_MS = 1_000;

  /// With what comes before longer than who has just come into a giant may not speak (CH2).
  private static final int REST_S = 11;

  private static final double SAID_IN_ONE_ROOM = 10;
  private static final double SAID_IN_ALL = 200;

  private static final Duration SPEAKING_WARM_UP = Duration.ofSeconds(12);

  private static final String HEAD =
      """
      | %s | all in after | CPU for each | sent to each | one more is sent | resident each | live heap each | CPU at rest | sent at rest | CPU a command | CPU a delivery | bytes a delivery | to the last: p50, p99, most | lost |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private Growth() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    var what = arguments.length > 1 ? arguments[1] : "";
    boolean isMembers = what.equals("members");
    if (!isMembers && !what.equals("rooms")) {
      System.err.println("Say what grows: ./dev bench growth members, or ./dev bench growth rooms");
      System.exit(2);
    }
    var sizes =
        List.of(arguments).subList(2, arguments.length).stream().map(Integer::valueOf).toList();
    var usual = isMembers ? List.of(10, 100, 1_000, 5_000) : List.of(10, 1_000, 10_000);
    System.out.printf(Locale.ROOT, HEAD, what);
    for (int size : sizes.isEmpty() ? usual : sizes) {
      measure(repository, isMembers ? 1 : size, isMembers ? size : 1);
    }
  }

  private static void measure(Path repository, int rooms, int members)
      throws IOException, InterruptedException {
    int people = rooms * members;
    try (var server = start(repository)) {
      warmUp(server);
      var before = Footprint.of(server.process());
      var coming = new Start(server.process());
      var target = new Target.Matinee(server.target().httpPort(), PORT);
      try (var crowd = Crowd.burst(target, rooms, members, coming::now)) {
        double seconds = coming.seconds();
        Thread.sleep(SETTLE_MS);
        double cpu = coming.cpuSeconds();
        long sent = bytes(crowd);
        long more = members > 1 ? oneMore(crowd, target, members) : 0;
        var grown = Footprint.of(server.process()).minus(before);
        System.out.printf(
            Locale.ROOT,
            "| %,d | %.2f s | %.2f ms | %.1f KB | %.1f KB | %.1f KB | %.1f KB ",
            people,
            seconds,
            cpu * 1_000 / people,
            sent / 1e3 / people,
            more / 1e3,
            grown.residentBytes() / 1e3 / people,
            grown.liveHeapBytes().orElse(0) / 1e3 / people);
        rest(crowd, server.process());
        speak(crowd, server.process(), members > 1 ? SAID_IN_ONE_ROOM : SAID_IN_ALL / rooms);
      }
    }
  }

  /// The limit of how many are let in a second is lifted: it would be what is measured.
  private static MatineeProcess start(Path repository) throws IOException {
    var data = Files.createTempDirectory("matinee-bench");
    var options = List.of("--newcomers-per-second=1000000");
    return MatineeProcess.start(repository, PORT, data, options, Map.of());
  }

  private static void rest(Crowd crowd, ServerProcess server)
      throws IOException, InterruptedException {
    var rest = new Start(server);
    rest.now();
    long before = bytes(crowd);
    TimeUnit.SECONDS.sleep(REST_S);
    System.out.printf(
        Locale.ROOT,
        "| %.1f %% | %.1f KB/s ",
        rest.cpuSeconds() / REST_S * 100,
        (bytes(crowd) - before) / 1e3 / REST_S);
  }

  private static void speak(Crowd crowd, ServerProcess server, double perRoomAndSecond)
      throws IOException, InterruptedException {
    long before = bytes(crowd);
    var steady = Steady.measure(crowd, server, SPEAKING_WARM_UP, perRoomAndSecond);
    long sent = bytes(crowd) - before;
    int members = crowd.rooms().getFirst().channels().size();
    long said = crowd.rooms().stream().mapToLong(LoadRoom::said).sum();
    long delivered = crowd.rooms().stream().mapToLong(LoadRoom::deliveries).sum();
    var latencies = steady.latencies();
    System.out.printf(
        Locale.ROOT,
        "| %.0f us | %.2f us | %.0f | %.1f, %.1f, %.1f ms | %d |%n",
        steady.cpuMicrosPerDelivery() * members,
        steady.cpuMicrosPerDelivery(),
        (double) sent / delivered,
        latencies.micros(0.5) / 1e3,
        latencies.micros(0.99) / 1e3,
        latencies.micros(1) / 1e3,
        said * members - delivered);
  }

  private static void warmUp(MatineeProcess server) throws IOException, InterruptedException {
    var target = new Target.Matinee(server.target().httpPort(), PORT);
    try (var crowd = Crowd.burst(target, 1, WARM_UP, () -> {})) {
      crowd.rooms().forEach(LoadRoom::check);
    }
    Thread.sleep(SETTLE_MS);
  }

  /// What one more member, who comes when the others are in, is sent until a second later.
  private static long oneMore(Crowd crowd, Target.Matinee target, int number)
      throws IOException, InterruptedException {
    var late = new LoadRoom(target, 0, number + 1);
    crowd.join(late, number);
    Thread.sleep(SETTLE_MS);
    return late.bytes();
  }

  /// Of every message that came to anybody.
  private static long bytes(Crowd crowd) {
    return crowd
        .loop()
        .submit(() -> crowd.rooms().stream().mapToLong(LoadRoom::bytes).sum())
        .awaitUninterruptibly()
        .getNow();
  }

  /// An instant, and the processor time that a server had taken until then.
  private static final class Start {
    private final ServerProcess server;
    private long nanos;
    private double cpu;

    Start(ServerProcess server) {
      this.server = server;
    }

    void now() {
      try {
        cpu = server.cpuSeconds();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      nanos = System.nanoTime();
    }

    double seconds() {
      return (System.nanoTime() - nanos) / 1e9;
    }

    double cpuSeconds() throws IOException {
      return server.cpuSeconds() - cpu;
    }
  }
}
