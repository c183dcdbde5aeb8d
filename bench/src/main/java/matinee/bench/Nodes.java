package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `./dev bench nodes ROOMS MEMBERS PER_SECOND [HTTP:SYNC...]`: rooms whose members are at several
/// servers of one database, such as those of `./dev cluster`, named by their two ports. Where none
/// is named, at two of its own, with a PostgreSQL that does not wait for the disk, and a Redis.
///
/// Prints how long it took until all were in, and for what is said `PER_SECOND` times a second in
/// each room for half a minute, after a minute of the same, how long it took to the last of all who
/// heard it, and how many never did. `--seconds=N` and `--warm=N` are for other times than these.
/// Everybody speaks in turn.
public final class Nodes {
  private static final int SETTLE_S = 15;
  private static final int MEASURED_S = 30;

  private Nodes() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var words = new Words(arguments);
    int seconds = words.number("seconds", MEASURED_S);
    int warm = words.number("warm", (int) Fanout.JVM_WARM_UP.toSeconds());
    var others = words.others();
    if (others.size() < 3) {
      System.err.println(
          "./dev bench nodes ROOMS MEMBERS PER_SECOND [HTTP:SYNC...] [--warm=N] [--seconds=N]");
      System.exit(2);
    }
    var load =
        new Load(
            Integer.parseInt(others.get(0)),
            Integer.parseInt(others.get(1)),
            Double.parseDouble(others.get(2)),
            Duration.ofSeconds(warm),
            Duration.ofSeconds(seconds));
    var named = others.subList(3, others.size());
    if (!named.isEmpty()) {
      measure(named, load);
      return;
    }
    try (var postgres = OwnPostgres.quick();
        var redis = Redis.start()) {
      var repository = Path.of(arguments[0]).toAbsolutePath();
      var data = Files.createTempDirectory("matinee-bench");
      var environment =
          Map.of(
              "MATINEE_DATABASE", OwnPostgres.address(postgres), "MATINEE_REDIS", redis.address());
      try (var one = start(repository, data, environment);
          var other = start(repository, data, environment)) {
        var ports = Stream.of(one, other).map(MatineeProcess::target);
        measure(ports.map(it -> it.httpPort() + ":" + it.port()).toList(), load);
      }
    }
  }

  /// Rooms of so many members, in each of which so much is said a second, and for how long.
  private record Load(
      int rooms, int members, double perSecond, Duration warmUp, Duration measured) {}

  private static MatineeProcess start(Path repository, Path data, Map<String, String> environment)
      throws IOException {
    return MatineeProcess.start(
        repository, MatineeProcess.freePort(), data, List.of(), environment);
  }

  private static void measure(List<String> ports, Load load)
      throws IOException, InterruptedException {
    var ids = new ConcurrentHashMap<Integer, String>();
    var servers =
        ports.stream()
            .map(it -> it.split(":", 2))
            .map(it -> new Target.Matinee(Integer.parseInt(it[0]), Integer.parseInt(it[1]), ids))
            .toList();
    long begun = System.nanoTime();
    try (var crowd = Crowd.gatherSharing(servers, load.rooms(), load.members())) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT, "all %,d in after %.1f s%n", load.rooms() * load.members(), seconds);
      TimeUnit.SECONDS.sleep(SETTLE_S);
      speak(crowd, load);
    }
  }

  private static void speak(Crowd crowd, Load load) throws InterruptedException {
    var latencies = new Percentiles();
    for (var room : crowd.rooms()) {
      room.check();
      room.onCompletion((_, intended) -> latencies.add(System.nanoTime() - intended));
    }
    var pace = Pace.begin(crowd, load.perSecond());
    Thread.sleep(load.warmUp());
    crowd.loop().submit(latencies::clear).syncUninterruptibly();
    Thread.sleep(load.measured());
    pace.end();
    TimeUnit.SECONDS.sleep(SETTLE_S);
    crowd.rooms().forEach(LoadRoom::check);
    long delivered = crowd.rooms().stream().mapToLong(LoadRoom::deliveries).sum();
    System.out.printf(
        Locale.ROOT,
        "%,d messages; to the last p50 %.1f, p99 %.1f, p99.9 %.1f, most %.1f ms; %,d deliveries missing%n",
        latencies.count(),
        latencies.micros(0.5) / 1e3,
        latencies.micros(0.99) / 1e3,
        latencies.micros(0.999) / 1e3,
        latencies.micros(1) / 1e3,
        pace.sent() * load.members() - delivered);
  }
}
