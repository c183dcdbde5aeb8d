package matinee.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// `./dev bench nodes ROOMS MEMBERS PER_SECOND HTTP:SYNC...`: rooms whose members are at several
/// servers of one database, such as those of `./dev cluster`, named by their two ports.
///
/// Prints how long it took until all were in, and for what is said `PER_SECOND` times a second in
/// each room for half a minute, how long it took to the last of all who heard it, and how many
/// never did. Everybody speaks in turn.
public final class Nodes {
  private static final int SETTLE_S = 15;
  private static final int WARM_UP_S = 10;
  private static final int MEASURED_S = 30;

  private Nodes() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 5) {
      System.err.println("./dev bench nodes ROOMS MEMBERS PER_SECOND HTTP:SYNC...");
      System.exit(2);
    }
    int rooms = Integer.parseInt(arguments[1]);
    int members = Integer.parseInt(arguments[2]);
    double perSecond = Double.parseDouble(arguments[3]);
    var ids = new ConcurrentHashMap<Integer, String>();
    var servers =
        List.of(arguments).subList(4, arguments.length).stream()
            .map(ports -> ports.split(":", 2))
            .map(it -> new Target.Matinee(Integer.parseInt(it[0]), Integer.parseInt(it[1]), ids))
            .toList();
    long begun = System.nanoTime();
    try (var crowd = Crowd.gatherSharing(servers, rooms, members)) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(Locale.ROOT, "all %,d in after %.1f s%n", rooms * members, seconds);
      TimeUnit.SECONDS.sleep(SETTLE_S);
      speak(crowd, members, perSecond);
    }
  }

  private static void speak(Crowd crowd, int members, double perSecond)
      throws InterruptedException {
    var latencies = new Percentiles();
    for (var room : crowd.rooms()) {
      room.check();
      room.onCompletion((_, intended) -> latencies.add(System.nanoTime() - intended));
    }
    var pace = Pace.begin(crowd, perSecond);
    TimeUnit.SECONDS.sleep(WARM_UP_S);
    crowd.loop().submit(latencies::clear).syncUninterruptibly();
    TimeUnit.SECONDS.sleep(MEASURED_S);
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
        pace.sent() * members - delivered);
  }
}
