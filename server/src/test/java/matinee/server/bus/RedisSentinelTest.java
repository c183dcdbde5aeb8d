package matinee.server.bus;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that a real Redis with a replica carries messages between, watched by three sentinels.
final class RedisSentinelTest extends BusServers {
  @TempDir private Path folder;
  private final List<TestRedis> sentinels = new ArrayList<>();
  private TestRedis primary;
  private TestRedis replica;

  /// The sentinels begin when there is a replica, and are waited for until they know it and one
  /// another: before that nobody could take over.
  @BeforeEach
  void startRedis() throws IOException {
    primary = new TestRedis("--dir " + Files.createDirectory(folder.resolve("primary")));
    replica =
        new TestRedis(
            "--dir " + Files.createDirectory(folder.resolve("replica")),
            "--replicaof 127.0.0.1 " + primary.port());
    await().atMost(LONG).until(() -> primary.ask("info").contains("state=online"));
    for (int i = 0; i < 3; i++) {
      int port = TestRedis.freePort();
      var file = folder.resolve("sentinel-%d.conf".formatted(i));
      Files.writeString(
          file,
          """
          port %d
          bind 127.0.0.1
          sentinel monitor films 127.0.0.1 %d 2
          sentinel down-after-milliseconds films 1000
          sentinel failover-timeout films 5000
          """
              .formatted(port, primary.port()));
      sentinels.add(TestRedis.sentinel(port, file.toString()));
    }
    for (var sentinel : sentinels) {
      await().atMost(LONG).until(() -> sentinel.ask("info").contains("slaves=1,sentinels=3"));
    }
  }

  @AfterEach
  void stopRedis() throws IOException {
    for (var sentinel : sentinels) {
      sentinel.close();
    }
    replica.close();
    primary.close();
  }

  @Override
  Carrier carrier(String node) {
    var hosts = sentinels.stream().map(TestRedis::host).collect(Collectors.joining(","));
    var address = RedisAddress.parse("redis-sentinel://" + hosts + "#films");
    return new RedisCarrier(address, node, System::nanoTime);
  }

  @Test
  @Tag("F-07")
  void when_the_primary_dies_the_database_is_read_until_the_replica_carries() throws Exception {
    losesNothingWhenRedis(primary::kill, () -> {});
  }
}
