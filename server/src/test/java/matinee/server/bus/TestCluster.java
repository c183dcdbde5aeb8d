package matinee.server.bus;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A real Redis cluster of three servers on loopback, each with a third of the slots.
final class TestCluster implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<TestRedis> servers = new ArrayList<>();

  /// Each server keeps what it knows of the others below `folder`.
  TestCluster(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      servers.add(server(Files.createDirectories(folder.resolve("server-" + i))));
    }
    var create = new ArrayList<>(List.of("--cluster", "create"));
    servers.forEach(server -> create.add(server.host()));
    create.add("--cluster-yes");
    servers.getFirst().ask(create.toArray(String[]::new));
    for (var server : servers) {
      await().atMost(LONG).until(() -> server.ask("cluster", "info").contains("state:ok"));
    }
  }

  /// One that has got its ports: others may take a port between its being found and its being used.
  private static TestRedis server(Path folder) throws IOException {
    while (true) {
      var server =
          new TestRedis(
              "--dir " + folder,
              "--cluster-enabled yes",
              "--cluster-port " + TestRedis.freePort(),
              "--cluster-node-timeout 1000",
              "--cluster-require-full-coverage no");
      await().atMost(LONG).until(() -> !server.isRunning() || server.ask("ping").equals("PONG"));
      if (server.isRunning()) {
        return server;
      }
    }
  }

  String address() {
    return "redis-cluster://"
        + servers.stream().map(TestRedis::host).collect(Collectors.joining(","));
  }

  /// The server that keeps the slot of `channel`.
  TestRedis keeperOf(String channel) throws IOException, InterruptedException {
    int slot = SlotHash.getSlot(channel);
    for (var server : servers) {
      var id = server.ask("cluster", "myid");
      var ranges =
          server
              .ask("cluster", "nodes")
              .lines()
              .filter(line -> line.startsWith(id))
              .flatMap(line -> List.of(line.split(" ")).stream().skip(8));
      if (ranges.anyMatch(range -> has(range, slot))) {
        return server;
      }
    }
    throw new IllegalStateException("nobody keeps slot " + slot);
  }

  private static boolean has(String range, int slot) {
    var ends = range.split("-", -1);
    return Integer.parseInt(ends[0]) <= slot && slot <= Integer.parseInt(ends[ends.length - 1]);
  }

  /// Gives the slot of `channel` to another server.
  void move(String channel) throws IOException, InterruptedException {
    var from = keeperOf(channel);
    move(channel, from, other(from));
  }

  private TestRedis other(TestRedis server) {
    return servers.stream().filter(it -> it != server).findFirst().orElseThrow();
  }

  /// Gives it to another server, and takes it back.
  void moveAwayAndBack(String channel) throws IOException, InterruptedException {
    var keeper = keeperOf(channel);
    move(channel, keeper, other(keeper));
    move(channel, other(keeper), keeper);
  }

  private static void move(String channel, TestRedis from, TestRedis to)
      throws IOException, InterruptedException {
    var slot = Integer.toString(SlotHash.getSlot(channel));
    var newId = to.ask("cluster", "myid");
    to.ask("cluster", "setslot", slot, "importing", from.ask("cluster", "myid"));
    from.ask("cluster", "setslot", slot, "migrating", newId);
    to.ask("cluster", "setslot", slot, "node", newId);
    from.ask("cluster", "setslot", slot, "node", newId);
  }

  @Override
  public void close() throws IOException {
    for (var server : servers) {
      server.close();
    }
  }
}
