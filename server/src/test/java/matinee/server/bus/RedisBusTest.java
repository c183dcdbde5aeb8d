package matinee.server.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import matinee.room.MemberId;
import matinee.wire.BusMessage;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Servers that a real Redis carries messages between, and what they do when it does not.
final class RedisBusTest extends BusContract {
  private static TestRedis redis;

  @BeforeAll
  static void startRedis() throws IOException {
    redis = new TestRedis();
  }

  @AfterAll
  static void stopRedis() throws IOException {
    redis.close();
  }

  @Override
  Carrier carrier(String node) {
    return new RedisCarrier(RedisAddress.parse(redis.address()), node, System::nanoTime);
  }

  @Test
  @Tag("SI3")
  void what_members_signal_at_one_the_other_hears() {
    var both = both();
    var east = both.east();
    var west = both.west();
    var line = east.join();
    west.join();
    await().atMost(LONG).until(east.bus::isCarried);
    var signalled = new BusMessage.Signalled(ServerMessage.Signals.typing(new MemberId("ann")));

    line.signalled(signalled);

    west.hears(new News.Said(signalled));
  }

  @Test
  @Tag("F-05")
  void when_redis_dies_the_database_is_read_and_when_it_is_back_it_carries_again()
      throws Exception {
    losesNothingWhenRedis(redis::kill, redis::start);
  }

  @Test
  @Tag("F-06")
  void when_redis_falls_silent_that_is_noticed_though_no_connection_breaks() throws Exception {
    var east = new Server("east");
    await().atMost(LONG).until(east.bus::isCarried);

    redis.freeze();
    await().atMost(LONG).until(() -> !east.bus.isCarried());
    redis.thaw();

    await().atMost(LONG).until(east.bus::isCarried);
    assertThat(east.heard).isEmpty();
  }

  @Test
  void a_server_starts_while_redis_is_away() throws InterruptedException {
    redis.kill();

    var east = new Server("east");
    boolean before = east.bus.isCarried();
    redis.start();

    await().atMost(LONG).until(east.bus::isCarried);
    assertThat(before).isFalse();
  }
}
