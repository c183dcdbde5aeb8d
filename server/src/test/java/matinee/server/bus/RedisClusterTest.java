package matinee.server.bus;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import matinee.wire.BusMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that a real Redis cluster carries messages between, and what they do when it changes.
final class RedisClusterTest extends BusServers {
  @TempDir private static Path folder;
  private static TestCluster cluster;

  @BeforeAll
  static void startCluster() throws Exception {
    cluster = new TestCluster(folder);
  }

  @AfterAll
  static void stopCluster() throws IOException {
    cluster.close();
  }

  @Override
  Carrier carrier(String node) {
    return new RedisCarrier(RedisAddress.parse(cluster.address()), node, System::nanoTime);
  }

  @Test
  void rooms_are_heard_of_on_every_shard() {
    var channels = IntStream.range(0, 50).mapToObj(i -> "matinee:room:" + i).toList();
    var heard = ConcurrentHashMap.<String>newKeySet();
    try (var east = carrier("east");
        var west = carrier("west")) {
      channels.forEach(channel -> west.listen(channel, text -> heard.add(channel + text)));
      await().atMost(LONG).until(() -> east.isWell() && west.isWell());

      channels.forEach(channel -> east.send(channel, " hello"));

      await().atMost(LONG).until(() -> heard.size() == channels.size());
    }
  }

  /// East appends to the room and says so; west hears of it in one way or another.
  private void append(Both both, RoomBus line, long revision) {
    var event = said(revision, "line " + revision);
    var east = both.east();
    east.journal.append(east.history(), revision - 1, List.of(entry(event)));
    line.advanced("epoch", List.of(event));
    await()
        .atMost(LONG)
        .until(
            () ->
                both.west().heard.contains(new News.Reached(revision))
                    || both.west()
                        .heard
                        .contains(new News.Said(new BusMessage.Advanced("epoch", List.of(event)))));
  }

  @Test
  @Tag("F-05")
  void when_the_shard_of_a_room_dies_the_database_is_read_until_it_is_back() throws Exception {
    var both = both();
    var line = both.east().join();
    both.west().join();
    both.awaitCarried();
    var shard = cluster.keeperOf(channel(both));

    shard.kill();
    append(both, line, 1);
    await().atMost(LONG).until(() -> !both.west().bus.isCarried());
    append(both, line, 2);
    shard.start();
    both.awaitCarried();
    append(both, line, 3);
  }

  @Test
  void when_the_slot_of_a_room_moves_nothing_is_lost_and_the_cluster_carries_again()
      throws Exception {
    var both = both();
    var line = both.east().join();
    both.west().join();
    both.awaitCarried();

    cluster.move(channel(both));
    append(both, line, 1);

    awaitTold(both, line);
  }

  @Test
  void when_a_slot_moves_away_and_comes_back_at_once_the_cluster_carries_again() throws Exception {
    var both = both();
    var line = both.east().join();
    both.west().join();
    both.awaitCarried();

    cluster.moveAwayAndBack(channel(both));

    awaitTold(both, line);
  }

  private static String channel(Both both) {
    return "matinee:room:" + both.east().history().id().value();
  }

  /// What east says and nobody has written comes to west in the end, which only Redis can bring.
  private static void awaitTold(Both both, RoomBus line) {
    var told = new BusMessage.Advanced("epoch", List.of(said(9, "only told")));
    await()
        .atMost(LONG)
        .until(
            () -> {
              line.advanced("epoch", told.events());
              return both.west().heard.contains(new News.Said(told));
            });
  }
}
