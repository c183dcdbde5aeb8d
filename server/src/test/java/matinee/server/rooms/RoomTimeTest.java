package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The clock of all rooms, from one start of the server to the next.
final class RoomTimeTest {
  private static final Instant KEPT = Instant.parse("2026-11-22T20:00:00Z");

  @Test
  @Tag("OR2")
  void room_time_goes_on_from_where_rooms_were_kept_when_the_wall_clock_has_gone_back() {
    var time = RoomTime.resuming(KEPT.minusSeconds(3_600), Optional.of(KEPT), () -> 0);

    assertThat(time.now()).isEqualTo(KEPT);
  }

  @Test
  @Tag("OR2")
  void it_gains_and_loses_a_little_at_a_time_and_never_goes_back() {
    var nanos = new AtomicLong();
    var time = new RoomTime(KEPT, nanos::get);

    time.gain(2);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    double halfGained = time.nowMs();
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
    double gained = time.nowMs();
    time.gain(-1);
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    double losing = time.nowMs();
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    double lost = time.nowMs();

    double start = KEPT.toEpochMilli();
    assertThat(List.of(halfGained, gained, losing, lost))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-3 ? 0 : Double.compare(a, b))
        .containsExactly(start + 1_000.5, start + 10_002, start + 10_002.9995, start + 20_002);
  }

  @Test
  void otherwise_it_begins_with_the_wall_clock() {
    var later = KEPT.plusSeconds(5);

    assertThat(RoomTime.resuming(later, Optional.of(KEPT), () -> 0).now()).isEqualTo(later);
    assertThat(RoomTime.resuming(later, Optional.empty(), () -> 0).now()).isEqualTo(later);
  }
}
