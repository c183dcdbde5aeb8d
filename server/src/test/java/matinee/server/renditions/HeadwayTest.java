package matinee.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class HeadwayTest {
  private static final long HOUR_MS = 3_600_000;
  private long nanos;

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void ffmpeg_tells_how_much_is_made() {
    assertThat(Headway.madeMs("out_time_us=12345678")).isEqualTo(OptionalLong.of(12_345));
    assertThat(Headway.madeMs("out_time_us=N/A")).isEmpty();
    assertThat(Headway.madeMs("out_time_us=-12")).isEmpty();
    assertThat(Headway.madeMs("frame=3")).isEmpty();
    assertThat(new Headway(8_000, () -> nanos).share(2_000)).isEqualTo(0.25);
    assertThat(new Headway(0, () -> nanos).share(2_000)).isEqualTo(1);
  }

  @Test
  void what_is_made_faster_than_it_plays_can_be_watched_from_the_third_segment_on() {
    var headway = new Headway(HOUR_MS, () -> nanos);

    pass(Duration.ofSeconds(3));

    assertThat(headway.isAhead(8_900)).isFalse();
    assertThat(headway.isAhead(9_000)).isTrue();
  }

  @Test
  void what_is_made_slower_can_be_watched_when_its_end_will_be_there_in_time() {
    var headway = new Headway(HOUR_MS, () -> nanos);

    // As fast as it plays, of which four fifths are counted on: a fifth of the film has to be
    // there.
    pass(Duration.ofMillis(HOUR_MS / 10));
    boolean early = headway.isAhead(HOUR_MS / 10);
    pass(Duration.ofMillis(HOUR_MS / 10));

    assertThat(early).isFalse();
    assertThat(headway.isAhead(HOUR_MS / 5)).isTrue();
  }

  @Test
  void a_short_film_can_be_watched_when_it_is_whole() {
    var headway = new Headway(5_000, () -> nanos);

    pass(Duration.ofMinutes(1));

    assertThat(headway.isAhead(4_999)).isFalse();
    assertThat(headway.isAhead(5_000)).isTrue();
  }
}
