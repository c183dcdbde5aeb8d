package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import matinee.room.Length;
import matinee.room.Playback;
import matinee.room.Timeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TargetLineTest {
  private static final Length HOUR = new Length.Known(3_600_000);
  private static final Playback STANDING = new Playback.Paused(5_000, 1);

  @Test
  void a_paused_room_stands_where_it_is() {
    var line = TargetLine.of(STANDING, HOUR);

    assertThat(line.positionAt(123_456)).isEqualTo(5_000);
    assertThat(line.isMovingAt(123_456)).isFalse();
    assertThat(line.movingFrom(0)).isInfinite();
    assertThat(line.isStanding()).isTrue();
  }

  @Test
  @Tag("PB3")
  void before_a_start_in_the_future_it_stands_on_the_anchor() {
    var line = TargetLine.of(STANDING, HOUR).then(playing(10_000, 5_000, 1), HOUR);

    assertThat(line.positionAt(9_999)).isEqualTo(5_000);
    assertThat(line.isMovingAt(9_999)).isFalse();
    assertThat(line.movingFrom(9_000)).isEqualTo(10_000);
    assertThat(line.positionAt(10_250.5)).isEqualTo(5_250.5);
    assertThat(line.isMovingAt(10_000)).isTrue();
  }

  @Test
  @Tag("PB5")
  void before_a_change_of_speed_in_the_future_the_old_line_goes_on() {
    var line = TargetLine.of(playing(0, 0, 1), HOUR).then(playing(10_000, 10_000, 2), HOUR);

    assertThat(line.positionAt(9_000)).isEqualTo(9_000);
    assertThat(line.rateAt(9_000)).isEqualTo(1);
    assertThat(line.positionAt(11_000)).isEqualTo(12_000);
    assertThat(line.rateAt(10_000)).isEqualTo(2);
  }

  @Test
  @Tag("PB6")
  void before_a_seek_in_the_future_it_stands_on_the_new_position() {
    var line = TargetLine.of(playing(0, 0, 1), HOUR).then(playing(10_000, 90_000, 1), HOUR);

    assertThat(line.positionAt(9_900)).isEqualTo(90_000);
    assertThat(line.isMovingAt(9_900)).isFalse();
  }

  @Test
  @Tag("PB1")
  void the_same_again_is_the_same_line() {
    var line = TargetLine.of(playing(0, 0, 1), HOUR).then(playing(10_000, 10_000, 2), HOUR);

    assertThat(line.then(playing(10_000, 10_000, 2), HOUR)).isEqualTo(line);
  }

  @Test
  void changes_that_follow_one_another_are_all_kept_until_they_are_due() {
    var line =
        TargetLine.of(playing(0, 0, 1), HOUR)
            .then(playing(10_000, 10_000, 2), HOUR)
            .then(playing(11_000, 12_000, 0.5), HOUR);

    assertThat(line.positionAt(10_500)).isEqualTo(11_000);
    assertThat(line.positionAt(13_000)).isEqualTo(13_000);
  }

  @Test
  @Tag("PB8")
  void at_the_end_of_the_media_nothing_moves() {
    var line = TargetLine.of(playing(0, 3_599_000, 1), HOUR);

    assertThat(line.isMovingAt(999)).isTrue();
    assertThat(line.isMovingAt(1_000)).isFalse();
    assertThat(line.positionAt(5_000)).isEqualTo(3_600_000);
  }

  private static Playback playing(long anchorMs, long positionMs, double rate) {
    return new Playback.Playing(new Timeline(Instant.ofEpochMilli(anchorMs), positionMs, rate));
  }
}
