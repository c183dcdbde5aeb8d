package matinee.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/// The Redis servers between the nodes: none, one, or three that are a Redis Cluster, each with a
/// third of the slots and without a replica.
final class RedisServers implements AutoCloseable {
  private static final int CLUSTER_SIZE = 3;
  private static final Duration CLUSTER_LIMIT = Duration.ofSeconds(60);

  private record Move(int slot, Redis from, Redis to) {}

  private final List<Redis> all = new ArrayList<>();
  private final Shape.Carrier carrier;

  /// Starts those that `shape` wants. Throws `IOException` when Redis is not installed, or they do
  /// not become a cluster within a minute.
  RedisServers(Shape shape) throws IOException {
    carrier = shape.carrier();
    try {
      switch (carrier) {
        case NOTHING -> {}
        case REDIS -> all.add(new Redis("redis", shape.folder(), List.of()));
        case REDIS_CLUSTER -> startCluster(shape);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void startCluster(Shape shape) throws IOException {
    for (int i = 1; i <= CLUSTER_SIZE; i++) {
      var name = "redis" + i;
      var bus = Integer.toString(Ports.free());
      all.add(
          new Redis(
              name,
              shape.folder(),
              List.of(
                  "--cluster-enabled",
                  "yes",
                  "--cluster-config-file",
                  name + ".nodes",
                  "--cluster-port",
                  bus)));
    }
    var create = new ArrayList<>(List.of("redis-cli", "--cluster", "create"));
    all.forEach(server -> create.add("127.0.0.1:" + server.port()));
    create.add("--cluster-yes");
    SystemTool.run(create.toArray(String[]::new));
    if (!Pause.until(() -> all.stream().allMatch(Redis::seesWholeCluster), CLUSTER_LIMIT)) {
      throw new IOException("the Redis servers did not become a cluster");
    }
  }

  List<Redis> all() {
    return List.copyOf(all);
  }

  boolean isCluster() {
    return carrier == Shape.Carrier.REDIS_CLUSTER;
  }

  /// One of them. Throws `IllegalArgumentException` where there is none.
  Redis any(RandomGenerator chance) {
    return all.get(chance.nextInt(all.size()));
  }

  /// Ends every connection that has subscribed to something.
  void cutSubscribers() throws IOException {
    for (var server : all) {
      server.cutSubscribers();
    }
  }

  /// From now on a subscriber with more than `hard` bytes waiting, or `soft` for 5 s, is cut.
  void limitSubscribers(String hard, String soft) throws IOException {
    for (var server : all) {
      server.limitSubscribers(hard, soft);
    }
  }

  /// On how many channels of rooms somebody listens.
  int roomChannels() throws IOException {
    int sum = 0;
    for (var server : all) {
      sum += roomChannels(server).size();
    }
    return sum;
  }

  private List<String> roomChannels(Redis server) throws IOException {
    return server.roomChannels(isCluster() ? "SHARDCHANNELS" : "CHANNELS");
  }

  /// In a cluster, gives the slot of every room that is listened to to the next server. Returns how
  /// many slots that were.
  int moveRooms() throws IOException {
    var moves = new LinkedHashSet<Move>();
    for (int i = 0; i < all.size(); i++) {
      var from = all.get(i);
      for (var channel : roomChannels(from)) {
        moves.add(new Move(from.slotOf(channel), from, all.get((i + 1) % all.size())));
      }
    }
    for (var move : moves) {
      move.from.giveSlot(move.slot, move.to);
    }
    return moves.size();
  }

  @Override
  public void close() {
    all.forEach(Redis::close);
  }
}
