package matinee.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// `./dev bench giant MEMBERS HTTP:SYNC...`: one room at several servers of one database, such as
/// those of `./dev cluster`, named by their two ports.
///
/// The members are spread over the servers and come all at once. Prints how long that took, and for
/// what somebody says, once a second for half a minute, how long it took to the last of all who
/// heard it, and how many never did.
public final class Giant {
  private static final int SETTLE_S = 15;
  private static final int MESSAGES = 30;

  private Giant() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 3) {
      System.err.println("./dev bench giant MEMBERS HTTP:SYNC...");
      System.exit(2);
    }
    int members = Integer.parseInt(arguments[1]);
    var rooms = new ConcurrentHashMap<Integer, String>();
    var servers =
        List.of(arguments).subList(2, arguments.length).stream()
            .map(ports -> server(ports.split(":", 2), rooms))
            .toList();
    long[] begun = new long[1];
    try (var crowd = Crowd.spread(servers, members, () -> begun[0] = System.nanoTime())) {
      System.out.printf(
          Locale.ROOT, "all %,d in after %.1f s%n", members, (System.nanoTime() - begun[0]) / 1e9);
      TimeUnit.SECONDS.sleep(SETTLE_S);
      var room = crowd.rooms().getFirst();
      room.check();
      var latencies = new Percentiles();
      room.onCompletion((_, intended) -> latencies.add(System.nanoTime() - intended));
      for (int i = 0; i < MESSAGES; i++) {
        crowd.loop().execute(() -> room.say(System.nanoTime()));
        TimeUnit.SECONDS.sleep(1);
      }
      TimeUnit.SECONDS.sleep(SETTLE_S);
      room.check();
      System.out.printf(
          Locale.ROOT,
          "%d of %d messages heard by all; to the last p50 %.0f ms, most %.0f ms; %,d deliveries missing%n",
          latencies.count(),
          MESSAGES,
          latencies.micros(0.5) / 1e3,
          latencies.micros(1) / 1e3,
          (long) MESSAGES * members - room.deliveries());
    }
  }

  private static Target.Matinee server(String[] ports, Map<Integer, String> rooms) {
    return new Target.Matinee(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]), rooms);
  }
}
