package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import matinee.room.Length;
import matinee.room.Playback;
import matinee.room.Timeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a follower does with a player at the end of the media. Local and room time are the same
/// here.
@Tag("PB8")
final class EndOfMediaTest {
  private static final long END_MS = 60_000;
  private static final Capabilities CAN = new Capabilities(Capabilities.Speeds.FINE, true, true, 0);
  private static final PlayerState STANDING = new PlayerState(true, false, true, false, 1);
  private static final PlayerState PLAYING = new PlayerState(false, false, true, false, 1);
  private static final PlayerState ENDED = new PlayerState(true, false, true, true, 1);

  @Test
  void a_player_that_was_put_on_its_end_is_not_begun_anew() {
    var follower =
        following(new Playback.Playing(new Timeline(Instant.ofEpochMilli(1_000), END_MS - 10, 1)));

    var acts =
        List.of(
            follower.step(seen(700, 5_000, STANDING)),
            follower.step(seen(700, 5_000, STANDING)),
            follower.step(seen(720, END_MS - 10, ENDED)),
            follower.step(seen(740, END_MS - 10, ENDED)));

    assertThat(acts)
        .containsExactly(
            new Act.SetRate(1, false), new Act.SeekTo(END_MS - 10), Act.Hold.HOLD, Act.Hold.HOLD);
  }

  @Test
  void a_player_on_its_way_to_the_end_is_left_to_play_its_last_moments() {
    var follower = following(new Playback.Paused(END_MS, 1));

    assertThat(follower.step(seen(100, END_MS - 300, PLAYING))).isEqualTo(Act.Hold.HOLD);
  }

  @Test
  void a_player_that_stands_shortly_before_the_end_is_put_there() {
    var follower = following(new Playback.Paused(END_MS, 1));

    assertThat(follower.step(seen(100, END_MS - 300, STANDING))).isEqualTo(new Act.SeekTo(END_MS));
  }

  private static Follower following(Playback playback) {
    var clock = new RoomClock(0);
    for (int i = 0; i < 8; i++) {
      clock.sample(i, i, i, i);
    }
    var follower = new Follower(clock, CAN, Learnt.usual());
    follower.follow(playback, new Length.Known(END_MS));
    return follower;
  }

  private static PlayerSample seen(double atMs, double positionMs, PlayerState state) {
    return new PlayerSample(atMs, positionMs, state, false, true);
  }
}
