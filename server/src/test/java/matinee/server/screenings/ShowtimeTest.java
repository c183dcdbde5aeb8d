package matinee.server.screenings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import matinee.server.screenings.Showtime.Wall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D-11")
final class ShowtimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Showtime at(String local, ZoneId zone) {
    return Showtime.of(LocalDateTime.parse(local), zone);
  }

  @Test
  void most_times_come_once() {
    var time = at("2026-12-24T20:15", BERLIN);

    assertThat(time.instant()).isEqualTo(Instant.parse("2026-12-24T19:15:00Z"));
    assertThat(time.wall()).isEqualTo(Wall.ONCE);
  }

  @Test
  void a_time_that_clocks_skip_comes_so_much_later_as_they_are_put_forward() {
    var time = at("2027-03-28T02:30", BERLIN);

    assertThat(time.instant()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    assertThat(time.wall()).isEqualTo(Wall.SKIPPED);
  }

  @Test
  void a_time_that_clocks_show_twice_is_the_first() {
    var time = at("2026-10-25T02:30", BERLIN);

    assertThat(time.instant()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(time.wall()).isEqualTo(Wall.TWICE);
  }

  @Test
  void clocks_go_by_half_hours_too() {
    var time = at("2026-10-04T02:15", ZoneId.of("Australia/Lord_Howe"));

    assertThat(time.instant()).isEqualTo(Instant.parse("2026-10-03T15:45:00Z"));
    assertThat(time.wall()).isEqualTo(Wall.SKIPPED);
  }
}
