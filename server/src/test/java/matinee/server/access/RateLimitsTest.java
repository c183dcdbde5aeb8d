package matinee.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private int servers = 1;
  private final RateLimits limits = new RateLimits(nanos::get, () -> servers);

  private int takeAll(Rate rate, String address) {
    int taken = 0;
    while (limits.take(rate, address).isEmpty()) {
      taken++;
    }
    return taken;
  }

  @Test
  void as_many_as_the_burst_are_let_through_at_once() {
    for (var rate : Rate.values()) {
      assertThat(takeAll(rate, "10.0.0.1")).isEqualTo(rate.burst());
    }
  }

  @Test
  void after_that_one_more_for_each_interval() {
    takeAll(Rate.UPLOAD, "10.0.0.1");

    var wait = limits.take(Rate.UPLOAD, "10.0.0.1");
    nanos.addAndGet(Rate.UPLOAD.every().toNanos() * 3);

    assertThat(wait).hasValue(Rate.UPLOAD.every());
    assertThat(takeAll(Rate.UPLOAD, "10.0.0.1")).isEqualTo(3);
  }

  @Test
  void of_several_servers_each_lets_its_share_through() {
    servers = 4;

    int taken = takeAll(Rate.UPLOAD, "10.0.0.1");
    nanos.addAndGet(Rate.UPLOAD.every().toNanos() * 8);

    assertThat(taken).isEqualTo(Rate.UPLOAD.burst() / 4);
    assertThat(takeAll(Rate.UPLOAD, "10.0.0.1")).isEqualTo(2);
  }

  @Test
  void however_many_servers_there_are_each_lets_one_through() {
    servers = 1_000;

    assertThat(takeAll(Rate.UPLOAD, "10.0.0.1")).isEqualTo(1);
  }

  @Test
  void a_long_rest_gives_one_burst_and_no_more() {
    takeAll(Rate.NEW_ROOM, "10.0.0.1");

    nanos.addAndGet(Duration.ofDays(10).toNanos());

    assertThat(takeAll(Rate.NEW_ROOM, "10.0.0.1")).isEqualTo(Rate.NEW_ROOM.burst());
  }

  @Test
  void addresses_and_rates_are_counted_apart() {
    takeAll(Rate.UPLOAD, "10.0.0.1");

    assertThat(limits.take(Rate.UPLOAD, "10.0.0.2")).isEmpty();
    assertThat(limits.take(Rate.TICKET, "10.0.0.1")).isEmpty();
  }

  @Test
  void whoever_has_not_come_for_long_is_forgotten() {
    for (int i = 0; i < 1_000; i++) {
      limits.take(Rate.TICKET, "address " + i);
    }

    nanos.addAndGet(Rate.TICKET.every().toNanos());
    limits.take(Rate.TICKET, "another");

    assertThat(limits.remembered()).isEqualTo(1);
  }

  @Test
  void many_addresses_do_not_free_one_that_is_busy() {
    takeAll(Rate.UPLOAD, "busy");

    for (int i = 0; i < 60_000; i++) {
      limits.take(Rate.READ, "address " + i);
      if (i % 1_000 == 0) {
        limits.take(Rate.UPLOAD, "busy");
      }
    }

    assertThat(limits.take(Rate.UPLOAD, "busy")).isPresent();
  }
}
