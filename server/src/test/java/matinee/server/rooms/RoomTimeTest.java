package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
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
  void otherwise_it_begins_with_the_wall_clock() {
    var later = KEPT.plusSeconds(5);

    assertThat(RoomTime.resuming(later, Optional.of(KEPT), () -> 0).now()).isEqualTo(later);
    assertThat(RoomTime.resuming(later, Optional.empty(), () -> 0).now()).isEqualTo(later);
  }
}
