package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.changed;
import static matinee.room.Story.playing;
import static matinee.room.Story.readiness;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static matinee.room.Story.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GatePolicyRulesTest {
  private static final Media LONG_FILM =
      new Media(new MediaRef.Upload("film"), "Film", new Length.Known(3_600_000));
  private static final Wish BUFFERING = new Wish.ReportBuffering();

  @Test
  @Tag("GA2")
  void a_room_that_waits_for_its_host_alone_goes_on_while_a_member_buffers() {
    var room = gated(GatePolicy.Host.HOST).at(20.3);

    var decision = room.decide(BEN, BUFFERING);

    assertThat(decision).isEqualTo(room.accepted(BEN, readiness(BEN, Readiness.BUFFERING)));
  }

  @Test
  @Tag("GA2")
  void a_room_that_waits_for_its_host_alone_waits_when_the_host_buffers() {
    var room = gated(GatePolicy.Host.HOST).at(20.3).asks(BEN, BUFFERING);

    var after = room.asks(ANNA, BUFFERING);

    assertThat(after.playback()).isEqualTo(waiting(10_000, 20.3));
    assertThat(after.waitedFor()).containsExactly(ANNA);
  }

  @Test
  @Tag("GA2")
  void a_room_that_waits_for_nobody_goes_on_whoever_buffers() {
    var room = gated(GatePolicy.NoOne.NO_ONE).at(20.3).asks(BEN, BUFFERING);

    var after = room.asks(ANNA, BUFFERING);

    assertThat(after.playback()).isEqualTo(playing(0, 10.3));
    assertThat(after.waitedFor()).isEmpty();
  }

  @Test
  @Tag("GA2")
  void a_quorum_of_two_thirds_goes_on_without_one_of_three_and_waits_for_two() {
    var room =
        Story.idle()
            .enters(CARLA)
            .asks(ANNA, new Wish.SetGate(new GatePolicy.Quorum(66)))
            .asks(ANNA, new Wish.Load(Story.FILM))
            .ready(ANNA)
            .ready(BEN)
            .ready(CARLA)
            .at(10)
            .asks(ANNA, new Wish.Play())
            .at(20.3);

    var withoutOne = room.asks(BEN, BUFFERING);
    var withoutTwo = withoutOne.asks(CARLA, BUFFERING);

    assertThat(withoutOne.playback()).isEqualTo(playing(0, 10.3));
    assertThat(withoutTwo.playback()).isEqualTo(waiting(10_000, 20.3));
    assertThat(withoutTwo.waitedFor()).containsExactly(BEN, CARLA);
    assertThat(withoutTwo.at(22).ready(BEN).playback()).isEqualTo(playing(10_000, 22.3));
  }

  @Test
  @Tag("GA2")
  void whoever_is_lost_or_catching_up_does_not_count_for_the_quorum() {
    var room = gated(new GatePolicy.Quorum(99)).at(12).enters(CARLA).then(new Command.Lose(BEN));

    var after = room.at(20.3).asks(ANNA, BUFFERING).at(22).ready(ANNA);

    assertThat(after.playback()).isEqualTo(playing(10_000, 22.3));
  }

  @Test
  @Tag("GA2")
  void a_quorum_is_a_share_of_1_to_99_per_cent() {
    assertThat(new GatePolicy.Quorum(1).percent()).isEqualTo(1);
    assertThat(new GatePolicy.Quorum(99).percent()).isEqualTo(99);
    assertThatThrownBy(() -> new GatePolicy.Quorum(0)).hasMessage("percent must be 1 to 99");
    assertThatThrownBy(() -> new GatePolicy.Quorum(100)).hasMessage("percent must be 1 to 99");
  }

  @Test
  @Tag("GA6")
  void only_the_host_sets_the_gate() {
    var room = Story.paused();

    assertThat(room.decide(BEN, new Wish.SetGate(GatePolicy.NoOne.NO_ONE)))
        .isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(room.decide(ANNA, new Wish.SetGate(GatePolicy.NoOne.NO_ONE)))
        .isEqualTo(room.accepted(ANNA, new Event.GateChanged(GatePolicy.NoOne.NO_ONE)));
    assertThat(room.decide(ANNA, new Wish.SetGate(GatePolicy.Everyone.EVERYONE)))
        .isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("GA6")
  void a_wait_ends_when_the_room_need_not_wait_any_more() {
    var room = Story.waiting().at(22);

    var decision = room.decide(ANNA, new Wish.SetGate(GatePolicy.Host.HOST));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                ANNA,
                new Event.GateChanged(GatePolicy.Host.HOST),
                changed(Cause.WAIT_ENDED, playing(10_000, 22.3))));
  }

  @Test
  @Tag("GA6")
  void a_wait_begins_when_the_room_has_to_wait_again() {
    var room = gated(GatePolicy.NoOne.NO_ONE).at(15).asks(BEN, BUFFERING).at(20.3);

    var decision = room.decide(ANNA, new Wish.SetGate(GatePolicy.Everyone.EVERYONE));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                ANNA,
                new Event.GateChanged(GatePolicy.Everyone.EVERYONE),
                changed(Cause.WAIT_STARTED, waiting(10_000, 20.3))));
  }

  @Test
  @Tag("GA7")
  void every_second_of_a_wait_is_remembered_of_whoever_was_waited_for() {
    var room = Story.waiting().at(24).asks(ANNA, BUFFERING).at(27);

    var after = room.ready(BEN).at(28).ready(ANNA);

    assertThat(after.member(BEN).grace()).isEqualTo(new Grace(false, 6_650, time(27)));
    assertThat(after.member(ANNA).grace()).isEqualTo(new Grace(false, 3_984, time(28)));
  }

  @Test
  @Tag("GA7")
  void when_little_grace_is_left_the_wait_is_shorter() {
    var room = impatient(55).at(1_000);

    var decision = room.decide(BEN, BUFFERING);

    var wait = new Playback.Waiting(989_700, 1.0, time(1_000), time(1_005));
    assertThat(decision)
        .isEqualTo(
            room.accepted(
                BEN, readiness(BEN, Readiness.BUFFERING), changed(Cause.WAIT_STARTED, wait)));
  }

  @Test
  @Tag("GA7")
  void when_grace_is_used_up_the_room_goes_on_and_the_late_one_catches_up() {
    var room = impatient(59).at(1_000);

    var decision = room.decide(BEN, BUFFERING);

    assertThat(decision).isEqualTo(room.accepted(BEN, readiness(BEN, Readiness.CATCHING_UP)));
  }

  @Test
  @Tag("GA7")
  void grace_comes_back_evenly_within_an_hour() {
    var room = impatient(60);

    assertThat(room.member(BEN).grace().left(time(1_000 + 600))).hasSeconds(10);
    assertThat(room.member(BEN).grace().left(time(1_000 + 3_600))).hasSeconds(60);
    assertThat(room.member(BEN).grace().left(time(1_000 + 36_000))).hasSeconds(60);
  }

  @Test
  @Tag("GA7")
  void while_the_server_is_away_nobody_spends_more_than_the_wait() {
    var room = Story.waiting().at(500);

    var after = room.then(new Command.Interrupt(time(21)));

    assertThat(after.member(BEN).grace()).isEqualTo(new Grace(false, 10_000, time(30.3)));
  }

  @Test
  @Tag("GA8")
  void nobody_waits_for_a_member_that_is_excused() {
    var room = Story.playing().at(15).asks(BEN, new Wish.SetExcused(true)).at(20.3);

    var decision = room.decide(BEN, BUFFERING);

    assertThat(decision).isEqualTo(room.accepted(BEN, readiness(BEN, Readiness.BUFFERING)));
  }

  @Test
  @Tag("GA8")
  void a_wait_ends_when_the_one_waited_for_is_excused_and_begins_again_when_not() {
    var room = Story.waiting().at(22);

    var excused = room.asks(BEN, new Wish.SetExcused(true));
    var again = excused.at(25.3).asks(BEN, new Wish.SetExcused(false));

    assertThat(excused.playback()).isEqualTo(playing(10_000, 22.3));
    assertThat(again.playback()).isEqualTo(waiting(13_000, 25.3));
    assertThat(again.decide(BEN, new Wish.SetExcused(false))).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  /// As [Story#playing], with this gate.
  private static Story gated(GatePolicy gate) {
    return Story.paused().asks(ANNA, new Wish.SetGate(gate)).at(10).asks(ANNA, new Wish.Play());
  }

  /// A room that plays at 1,000 s and has waited for Ben for `seconds`, until then.
  private static Story impatient(long seconds) {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.Load(LONG_FILM))
            .ready(ANNA)
            .ready(BEN)
            .at(10)
            .asks(ANNA, new Wish.Play())
            .at(1_000);
    var spent = new Grace(false, seconds * 1_000, time(1_000));
    return new Story(room.state().changing(BEN, ben -> ben.with(spent)), room.now());
  }
}
