package matinee.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A closed loop: each room keeps a number of messages under way, so the server is never without
/// work. `receivers` is how many connections all rooms have together.
record Saturation(int receivers, double deliveriesPerSecond, double cpuMicrosPerDelivery) {
  private static final int MEASURED_S = 10;

  /// Measures 10 s after `warmUp` of the same.
  static Saturation measure(Crowd crowd, ServerProcess server, Duration warmUp, int outstanding)
      throws IOException, InterruptedException {
    crowd.loop().execute(() -> crowd.rooms().forEach(room -> begin(room, outstanding)));
    Thread.sleep(warmUp);
    long before = deliveries(crowd);
    double cpuBefore = server.cpuSeconds();
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(MEASURED_S);
    long delivered = deliveries(crowd) - before;
    double cpu = server.cpuSeconds() - cpuBefore;
    double seconds = (System.nanoTime() - start) / 1e9;
    crowd.rooms().forEach(LoadRoom::check);
    int receivers = crowd.rooms().stream().mapToInt(room -> room.channels().size()).sum();
    return new Saturation(receivers, delivered / seconds, cpu * 1e6 / delivered);
  }

  /// How many messages each room gets through in a second: each is delivered to all of the room.
  double messagesPerRoomAndSecond() {
    return deliveriesPerSecond / receivers;
  }

  /// How much of one core the server used, 1 being all of it.
  double coreShare() {
    return deliveriesPerSecond * cpuMicrosPerDelivery / 1e6;
  }

  private static void begin(LoadRoom room, int outstanding) {
    room.onCompletion((heard, _) -> heard.say(System.nanoTime()));
    for (int i = 0; i < outstanding; i++) {
      room.say(System.nanoTime());
    }
  }

  private static long deliveries(Crowd crowd) throws InterruptedException {
    try {
      return crowd
          .loop()
          .submit(() -> crowd.rooms().stream().mapToLong(LoadRoom::deliveries).sum())
          .get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
