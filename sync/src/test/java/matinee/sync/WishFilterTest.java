package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import matinee.room.Length;
import matinee.room.Playback;
import matinee.room.Timeline;
import matinee.room.Wish;
import matinee.sync.WishFilter.ElementEvent;
import matinee.sync.WishFilter.Judgement;
import org.junit.jupiter.api.Test;

class WishFilterTest {
  private static final Judgement ECHO = Judgement.Echo.ECHO;
  private static final Playback PAUSED = new Playback.Paused(5_000, 1);
  private static final Playback PLAYING =
      new Playback.Playing(new Timeline(Instant.ofEpochMilli(0), 0, 1));

  private static final PlayerState ENDED_PLAYER = new PlayerState(true, false, true, true, 1);
  private static final PlayerState PAUSED_PLAYER = new PlayerState(true, false, true, false, 1);

  @Test
  void the_answer_to_an_act_is_an_echo_once() {
    var filter = filter(PLAYING);
    filter.asked(Act.Pause.PAUSE, 10_000);

    var first = filter.judge(ElementEvent.PAUSE, seen(10_001, 10_000, 1));
    var second = filter.judge(ElementEvent.PAUSE, seen(10_002, 10_000, 1));

    assertThat(first).isEqualTo(ECHO);
    assertThat(second).isEqualTo(new Judgement.Wished(new Wish.Pause()));
  }

  @Test
  void what_contradicts_the_room_is_a_wish() {
    var playing = filter(PLAYING);
    var paused = filter(PAUSED);

    assertThat(playing.judge(ElementEvent.PAUSE, seen(10_000, 10_000, 1)))
        .isEqualTo(new Judgement.Wished(new Wish.Pause()));
    assertThat(paused.judge(ElementEvent.PLAY, seen(10_000, 5_000, 1)))
        .isEqualTo(new Judgement.Wished(new Wish.Play()));
    assertThat(playing.judge(ElementEvent.SEEKING, seen(10_000, 90_000.4, 1)))
        .isEqualTo(new Judgement.Wished(new Wish.Seek(90_000)));
    assertThat(playing.judge(ElementEvent.RATE_CHANGE, seen(10_000, 10_000, 1.5)))
        .isEqualTo(new Judgement.Wished(new Wish.SetRate(1.5)));
  }

  @Test
  void what_agrees_with_the_room_is_an_echo() {
    var playing = filter(PLAYING);
    var paused = filter(PAUSED);

    assertThat(playing.judge(ElementEvent.PLAY, seen(10_000, 10_000, 1))).isEqualTo(ECHO);
    assertThat(paused.judge(ElementEvent.PAUSE, seen(10_000, 5_000, 1))).isEqualTo(ECHO);
    assertThat(playing.judge(ElementEvent.SEEKING, seen(10_000, 10_300, 1))).isEqualTo(ECHO);
    assertThat(playing.judge(ElementEvent.RATE_CHANGE, seen(10_000, 10_000, 1.01))).isEqualTo(ECHO);
  }

  @Test
  void an_act_is_told_by_its_value_not_by_timing() {
    var filter = filter(PLAYING);
    filter.asked(new Act.SeekTo(60_000), 10_000);

    var other = filter.judge(ElementEvent.SEEKING, seen(10_001, 90_000, 1));
    var own = filter.judge(ElementEvent.SEEKING, seen(10_002, 60_000, 1));

    assertThat(other).isEqualTo(new Judgement.Wished(new Wish.Seek(90_000)));
    assertThat(own).isEqualTo(ECHO);
  }

  @Test
  void two_seeks_that_are_told_when_both_are_done_are_both_echoes() {
    var filter = filter(PLAYING);
    filter.asked(new Act.SeekTo(60_000), 10_000);
    filter.asked(new Act.SeekTo(70_000), 10_005);

    var first = filter.judge(ElementEvent.SEEKING, seen(10_010, 70_000, 1));
    var second = filter.judge(ElementEvent.SEEKING, seen(10_010, 70_000, 1));

    assertThat(first).isEqualTo(ECHO);
    assertThat(second).isEqualTo(ECHO);
  }

  @Test
  void a_seek_beyond_the_end_of_the_media_ends_there_and_is_an_echo() {
    var filter = filter(PLAYING);
    filter.asked(new Act.SeekTo(90_000), 10_000);

    var judgement =
        filter.judge(
            ElementEvent.SEEKING, new PlayerSample(10_001, 60_000, ENDED_PLAYER, false, true));

    assertThat(judgement).isEqualTo(ECHO);
  }

  @Test
  void an_act_that_changed_nothing_does_not_swallow_a_wish_for_ever() {
    var filter = filter(PLAYING);
    filter.asked(Act.Pause.PAUSE, 10_000);

    assertThat(filter.judge(ElementEvent.PAUSE, seen(15_001, 15_000, 1)))
        .isEqualTo(new Judgement.Wished(new Wish.Pause()));
  }

  @Test
  void a_stall_is_never_a_wish() {
    var filter = filter(PLAYING);

    assertThat(filter.judge(ElementEvent.WAITING, seen(10_000, 3_000, 1)))
        .isEqualTo(Judgement.Stall.STALL);
  }

  @Test
  void the_pause_at_the_end_is_no_wish() {
    var filter = filter(PLAYING);
    var seen = new PlayerSample(10_000, 10_000, ENDED_PLAYER, false, true);

    assertThat(filter.judge(ElementEvent.PAUSE, seen)).isEqualTo(ECHO);
  }

  @Test
  void the_pause_at_the_end_is_no_wish_though_it_is_told_when_the_player_was_led_away() {
    var follower = follower(PLAYING);
    var filter = new WishFilter(follower);
    var away = new PlayerSample(10_100, 10_050, PAUSED_PLAYER, false, true);
    follower.step(new PlayerSample(10_000, 60_000, ENDED_PLAYER, false, true));
    filter.asked(new Act.SeekTo(10_050), 10_000);

    var atTheEnd = filter.judge(ElementEvent.PAUSE, away);
    var afterwards = filter.judge(ElementEvent.PAUSE, away);

    assertThat(atTheEnd).isEqualTo(ECHO);
    assertThat(afterwards).isEqualTo(new Judgement.Wished(new Wish.Pause()));
  }

  @Test
  void a_pause_is_a_wish_when_the_player_was_led_away_from_an_end_of_which_it_had_told() {
    var follower = follower(PLAYING);
    var filter = new WishFilter(follower);
    var atTheEnd = new PlayerSample(10_000, 60_000, ENDED_PLAYER, false, true);
    follower.step(atTheEnd);

    var end = filter.judge(ElementEvent.PAUSE, atTheEnd);
    filter.asked(new Act.SeekTo(10_050), 10_000);
    var pause =
        filter.judge(
            ElementEvent.PAUSE, new PlayerSample(10_100, 10_050, PAUSED_PLAYER, false, true));

    assertThat(end).isEqualTo(ECHO);
    assertThat(pause).isEqualTo(new Judgement.Wished(new Wish.Pause()));
  }

  @Test
  void where_there_is_no_room_nothing_is_a_wish() {
    var filter = new WishFilter(new Follower(clock(), capabilities(), Learnt.usual()));

    assertThat(filter.judge(ElementEvent.PLAY, seen(10_000, 0, 1))).isEqualTo(ECHO);
  }

  private static WishFilter filter(Playback playback) {
    return new WishFilter(follower(playback));
  }

  private static Follower follower(Playback playback) {
    var follower = new Follower(clock(), capabilities(), Learnt.usual());
    follower.follow(playback, Length.Unknown.UNKNOWN);
    return follower;
  }

  private static Capabilities capabilities() {
    return new Capabilities(Capabilities.Speeds.FINE, true, true, 0);
  }

  private static RoomClock clock() {
    var clock = new RoomClock(0);
    for (int i = 0; i < 8; i++) {
      clock.sample(i, i, i, i);
    }
    return clock;
  }

  private static PlayerSample seen(double atMs, double positionMs, double rate) {
    var state = new PlayerState(false, false, true, false, rate);
    return new PlayerSample(atMs, positionMs, state, false, true);
  }
}
