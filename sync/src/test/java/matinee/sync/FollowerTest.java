package matinee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import matinee.room.Length;
import matinee.room.Playback;
import matinee.room.Timeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The transitions of [Phase], each with the acts that it asks for. Local and room time are the
/// same here.
class FollowerTest {
  private static final Length HOUR = new Length.Known(3_600_000);
  private static final Capabilities CHROMIUM =
      new Capabilities(Capabilities.Speeds.FINE, true, true, 0);
  private static final Capabilities FIREFOX =
      new Capabilities(Capabilities.Speeds.FINE, true, false, 0);
  private static final Capabilities SAFARI =
      new Capabilities(Capabilities.Speeds.COARSE, true, true, 0);
  private static final Playback LINE = playing(0, 0, 1);

  private final RoomClock clock = clockOfRoomTime();

  @Test
  void without_a_room_it_leaves_the_player_alone() {
    var follower = follower(CHROMIUM);

    assertThat(follower.step(plays(100, 5_000))).isEqualTo(Act.Hold.HOLD);
    assertThat(follower.conduct()).isEqualTo(Conduct.IDLE);
  }

  @Test
  void while_the_rooms_time_is_unknown_it_holds() {
    var follower = new Follower(new RoomClock(0), CHROMIUM, Learnt.usual());
    follower.follow(LINE, HOUR);

    assertThat(follower.step(stands(100, 0))).isEqualTo(Act.Hold.HOLD);
    assertThat(follower.targetPositionAt(100)).isNaN();
  }

  @Test
  void a_paused_room_needs_no_clock() {
    var follower = new Follower(new RoomClock(0), CHROMIUM, Learnt.usual());
    follower.follow(new Playback.Paused(5_000, 1), HOUR);

    var acts = List.of(follower.step(plays(0, 9_000)), follower.step(stands(1, 9_000)));

    assertThat(acts).containsExactly(Act.Pause.PAUSE, new Act.SeekTo(5_000));
    assertThat(follower.step(stands(20, 5_000))).isEqualTo(Act.Hold.HOLD);
    assertThat(follower.conduct()).isEqualTo(Conduct.STANDING);
  }

  @Test
  @Tag("PB3")
  void a_start_is_a_landing_that_plays_as_much_earlier_as_the_player_takes() {
    var follower = follower(CHROMIUM);
    follower.follow(playing(1_000, 5_000, 1), HOUR);

    var acts =
        List.of(
            follower.step(stands(700, 5_000)),
            follower.step(stands(700, 5_000)),
            follower.step(seeks(701, 5_000)),
            follower.step(stands(712, 5_000)));

    assertThat(acts)
        .containsExactly(
            new Act.SetRate(1, false),
            new Act.SeekTo(5_000),
            Act.Hold.HOLD,
            new Act.PlayAt(1_000 - 75));
  }

  @Test
  void who_comes_late_is_put_ahead_of_the_line_and_waits_for_it() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);

    follower.step(stands(10_000, 0));
    var sought = follower.step(stands(10_000, 0));
    var plays = follower.step(stands(10_020, 10_180));

    assertThat(sought).isEqualTo(new Act.SeekTo(10_180));
    assertThat(plays).isEqualTo(new Act.PlayAt(10_105));
  }

  @Test
  void too_late_for_the_start_it_lands_again_further_ahead_four_times_at_most() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);
    List<Act> acts = new ArrayList<>();

    double nowMs = 10_000;
    double tookMs = 500;
    double positionMs = 0;
    for (int i = 0; i < 20; i++) {
      acts.add(follower.step(stands(nowMs, positionMs)));
      if (acts.getLast() instanceof Act.SeekTo(double toMs)) {
        positionMs = toMs;
        nowMs += tookMs;
        tookMs *= 3;
      }
    }

    assertThat(acts).filteredOn(Act.SeekTo.class::isInstance).hasSize(4);
  }

  @Test
  @Tag("LJ2")
  void a_player_that_loaded_for_long_does_not_wait_as_long_again() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);
    follower.step(stands(1_000, 0));
    follower.step(stands(1_000, 0));

    follower.step(stands(10_000, 1_180));
    var again = follower.step(stands(10_000, 1_180));

    assertThat(again).isEqualTo(new Act.SeekTo(11_635));
  }

  @Test
  void a_new_target_ends_what_is_under_way() {
    var follower = follower(CHROMIUM);
    follower.follow(playing(1_000, 5_000, 1), HOUR);
    settle(follower, 700, 5_000);

    follower.follow(new Playback.Paused(7_000, 1), HOUR);

    assertThat(follower.step(stands(800, 5_000))).isEqualTo(new Act.SeekTo(7_000));
  }

  @Test
  @Tag("PB1")
  void the_same_target_again_changes_nothing() {
    var follower = follower(CHROMIUM);
    follower.follow(playing(1_000, 5_000, 1), HOUR);
    settle(follower, 700, 5_000);

    follower.follow(playing(1_000, 5_000, 1), HOUR);

    assertThat(follower.step(stands(800, 5_000))).isEqualTo(Act.Hold.HOLD);
  }

  @Test
  void a_small_error_is_made_good_by_a_nudge_of_one_percent_at_most() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);

    var acts = play(follower, 10_000, 2_400, -16);

    assertThat(acts).containsExactly(new Act.SetRate(1.01, false), new Act.SetRate(1, false));
  }

  @Test
  void within_the_tolerance_nothing_is_done() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);

    assertThat(play(follower, 10_000, 3_000, 1.5)).isEmpty();
    assertThat(follower.syncErrorMs()).isEqualTo(1.5);
  }

  @Test
  void a_large_error_is_made_good_by_a_seek_beyond_by_what_it_loses() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);

    var acts = play(follower, 10_000, 250, -100);

    assertThat(acts).containsExactly(new Act.SeekTo(10_200 + 90));
  }

  @Test
  void where_seeks_cannot_be_aimed_a_large_error_is_landed() {
    var follower = follower(FIREFOX);
    follower.follow(LINE, HOUR);

    assertThat(play(follower, 10_000, 500, -100)).first().isEqualTo(Act.Pause.PAUSE);
  }

  @Test
  void where_only_seeks_are_any_good_small_errors_stay() {
    var follower = follower(SAFARI);
    follower.follow(LINE, HOUR);

    assertThat(play(follower, 10_000, 3_000, -60)).isEmpty();
  }

  @Test
  void somebody_who_pauses_is_given_a_second_for_the_room_to_agree() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);
    play(follower, 10_000, 1_000, 0);

    var atOnce = follower.step(stands(11_000, 11_000));
    var soon = follower.step(stands(11_900, 11_000));
    var later = follower.step(stands(12_001, 11_000));

    assertThat(List.of(atOnce, soon)).containsOnly(Act.Hold.HOLD);
    assertThat(later).isEqualTo(new Act.SetRate(1, false));
  }

  @Test
  @Tag("PB5")
  void a_change_of_speed_is_made_as_much_earlier_as_it_takes_to_be_heard() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);
    play(follower, 9_000, 500, 0);
    follower.follow(playing(10_000, 10_000, 1.5), HOUR);

    var before = follower.step(plays(9_900, 9_900));
    var then = follower.step(plays(9_925, 9_925));

    assertThat(before).isEqualTo(Act.Hold.HOLD);
    assertThat(then).isEqualTo(new Act.SetRate(1.5, true));
  }

  @Test
  void a_hidden_player_is_not_corrected_and_one_that_returns_is() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);
    play(follower, 10_000, 500, 0);

    var hidden = follower.step(hidden(30_000, 29_000));
    var returned = play(follower, 31_000, 250, -1_000);

    assertThat(hidden).isEqualTo(Act.Hold.HOLD);
    assertThat(returned).hasSize(1).first().isInstanceOf(Act.SeekTo.class);
  }

  @Test
  void a_device_whose_sound_is_late_runs_ahead() {
    var follower = follower(CHROMIUM);
    follower.follow(LINE, HOUR);

    follower.setSoundLateMs(150);

    assertThat(follower.targetPositionAt(10_000)).isEqualTo(10_150);
  }

  @Test
  @Tag("GA1")
  void a_player_is_able_once_it_can_play_and_unable_after_two_seconds_without() {
    var follower = follower(CHROMIUM);
    follower.load();
    follower.follow(LINE, HOUR);
    List<Boolean> able = new ArrayList<>();

    able.add(follower.isAble());
    follower.step(plays(1_000, 1_000));
    able.add(follower.isAble());
    follower.step(starves(2_999, 1_000));
    able.add(follower.isAble());
    follower.step(starves(3_000, 1_000));
    able.add(follower.isAble());
    follower.step(plays(3_100, 1_000));
    able.add(follower.isAble());

    assertThat(able).containsExactly(false, true, true, false, true);
  }

  @Test
  @Tag("GA1")
  void a_player_is_not_able_before_it_is_where_the_room_is() {
    var follower = follower(CHROMIUM);
    follower.load();
    follower.follow(new Playback.Paused(5_000, 1), HOUR);
    List<Boolean> able = new ArrayList<>();

    follower.step(stands(1_000, 0));
    able.add(follower.isAble());
    follower.step(seeks(1_001, 5_000));
    able.add(follower.isAble());
    follower.step(stands(1_300, 5_000));
    able.add(follower.isAble());

    assertThat(able).containsExactly(false, false, true);
  }

  @Test
  @Tag("PB8")
  void at_the_end_the_player_is_left_to_play_out() {
    var follower = follower(CHROMIUM);
    follower.follow(playing(0, 3_590_000, 1), HOUR);
    play(follower, 5_000, 500, 3_590_000.0 - 0.5);

    var beyond = follower.step(plays(10_001, 3_599_990));
    follower.follow(new Playback.Paused(3_600_000, 1), HOUR);
    var paused = follower.step(plays(10_010, 3_599_995));

    assertThat(List.of(beyond, paused)).containsOnly(Act.Hold.HOLD);
  }

  /// Steps every 25 ms with a player that is off the line of [#LINE] by so much; the acts other
  /// than hold.
  private static List<Act> play(Follower follower, double fromMs, double forMs, double offMs) {
    List<Act> acts = new ArrayList<>();
    double rate = 1;
    double offNowMs = offMs;
    for (double nowMs = fromMs; nowMs < fromMs + forMs; nowMs += 25) {
      var act = follower.step(sample(nowMs, nowMs + offNowMs, playingAt(rate)));
      offNowMs += 25 * (rate - 1);
      if (act instanceof Act.SetRate(double next, _)) {
        rate = next;
      }
      if (!(act instanceof Act.Hold)) {
        acts.add(act);
      }
    }
    return acts;
  }

  private static void settle(Follower follower, double nowMs, double positionMs) {
    while (!(follower.step(stands(nowMs, positionMs)) instanceof Act.PlayAt)) {
      assertThat(follower.conduct()).isEqualTo(Conduct.LANDING);
    }
  }

  private Follower follower(Capabilities can) {
    return new Follower(clock, can, Learnt.usual());
  }

  private static RoomClock clockOfRoomTime() {
    var clock = new RoomClock(0);
    for (int i = 0; i < 14; i++) {
      clock.sample(25 * i, 25 * i, 25 * i, 25 * i);
    }
    return clock;
  }

  private static PlayerSample plays(double atMs, double positionMs) {
    return sample(atMs, positionMs, playingAt(1));
  }

  private static PlayerSample stands(double atMs, double positionMs) {
    return sample(atMs, positionMs, new PlayerState(true, false, true, false, 1));
  }

  private static PlayerSample seeks(double atMs, double positionMs) {
    return sample(atMs, positionMs, new PlayerState(true, true, true, false, 1));
  }

  private static PlayerSample starves(double atMs, double positionMs) {
    return sample(atMs, positionMs, new PlayerState(false, false, false, false, 1));
  }

  private static PlayerSample hidden(double atMs, double positionMs) {
    return new PlayerSample(atMs, positionMs, playingAt(1), true, true);
  }

  private static PlayerState playingAt(double rate) {
    return new PlayerState(false, false, true, false, rate);
  }

  private static PlayerSample sample(double atMs, double positionMs, PlayerState state) {
    return new PlayerSample(atMs, positionMs, state, false, true);
  }

  private static Playback playing(long anchorMs, long positionMs, double rate) {
    return new Playback.Playing(new Timeline(Instant.ofEpochMilli(anchorMs), positionMs, rate));
  }
}
