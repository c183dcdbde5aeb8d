package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.changed;
import static matinee.room.Story.paused;
import static matinee.room.Story.playing;
import static matinee.room.Story.readiness;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static matinee.room.Story.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GateRulesTest {
  private static final Length HOUR = new Length.Known(3_600_000);

  @Test
  @Tag("GA1")
  void the_first_report_of_ready_tells_the_room_how_long_the_media_is() {
    var room = Story.idle().asks(ANNA, new Wish.Load(STREAM));

    var decision = room.decide(ANNA, new Wish.ReportReady(HOUR));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                ANNA,
                new Event.LengthLearnt(new Length.Known(3_600_000)),
                readiness(ANNA, Readiness.READY)));
  }

  @Test
  @Tag("GA1")
  void a_length_that_the_room_knows_is_not_changed_by_another_member() {
    var room =
        Story.idle().asks(ANNA, new Wish.Load(STREAM)).asks(ANNA, new Wish.ReportReady(HOUR));

    var decision = room.decide(BEN, new Wish.ReportReady(new Length.Known(1)));

    assertThat(decision).isEqualTo(room.accepted(BEN, readiness(BEN, Readiness.READY)));
  }

  @Test
  @Tag("GA1")
  void the_host_corrects_a_length_that_another_member_has_told() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.Load(STREAM))
            .asks(BEN, new Wish.ReportReady(new Length.Known(1)));

    var decision = room.decide(ANNA, new Wish.ReportReady(HOUR));
    var repeated =
        room.asks(ANNA, new Wish.ReportReady(HOUR)).decide(ANNA, new Wish.ReportReady(HOUR));
    var unknown = room.ready(ANNA).decide(ANNA, new Wish.ReportReady(Length.Unknown.UNKNOWN));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                ANNA,
                new Event.LengthLearnt(new Length.Known(3_600_000)),
                readiness(ANNA, Readiness.READY)));
    assertThat(repeated).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(unknown).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("GA1")
  void a_position_beyond_a_length_learnt_later_becomes_the_end() {
    var room = Story.idle().asks(ANNA, new Wish.Load(STREAM)).asks(ANNA, new Wish.Seek(7_200_000));

    var after = room.asks(ANNA, new Wish.ReportReady(HOUR));

    assertThat(after.playback()).isEqualTo(paused(3_600_000));
  }

  @Test
  @Tag("GA1")
  void a_line_beyond_a_length_learnt_later_is_at_its_end() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.Load(STREAM))
            .ready(ANNA)
            .ready(BEN)
            .asks(ANNA, new Wish.Seek(7_200_000))
            .at(10)
            .asks(ANNA, new Wish.Play());

    var after = room.asks(ANNA, new Wish.ReportReady(HOUR));

    assertThat(after.playback()).isEqualTo(playing(3_600_000, 10.3));
    assertThat(after.state().deadline()).hasValue(time(10.3));
  }

  @Test
  @Tag("GA2")
  void the_room_waits_for_members_who_are_connected_and_buffering() {
    var room = Story.idle().enters(CARLA).asks(ANNA, new Wish.Load(STREAM)).ready(CARLA);

    var waitedFor = room.then(new Command.Lose(BEN)).waitedFor();

    assertThat(waitedFor).containsExactly(ANNA);
  }

  @Test
  @Tag("GA3")
  void play_while_someone_is_waited_for_starts_a_wait() {
    var room = Story.paused().at(9).asks(BEN, new Wish.ReportBuffering()).at(10);

    var decision = room.decide(ANNA, new Wish.Play());

    assertThat(decision).isEqualTo(room.accepted(ANNA, changed(Cause.PLAYED, waiting(0, 10))));
  }

  @Test
  @Tag("GA3")
  void a_report_of_buffering_while_playing_starts_a_wait() {
    var room = Story.playing().at(20.3);

    var decision = room.decide(BEN, new Wish.ReportBuffering());

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                BEN,
                readiness(BEN, Readiness.BUFFERING),
                changed(Cause.WAIT_STARTED, waiting(10_000, 20.3))));
  }

  @Test
  @Tag("GA3")
  void when_everyone_is_ready_the_room_starts_by_itself() {
    var room = Story.waiting().at(24);

    var decision = room.decide(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                BEN,
                readiness(BEN, Readiness.READY),
                changed(Cause.WAIT_ENDED, playing(10_000, 24.3))));
  }

  @Test
  @Tag("GA3")
  void a_wait_for_two_goes_on_when_one_of_them_is_ready() {
    var room = Story.waiting().at(22).asks(ANNA, new Wish.ReportBuffering()).at(24);

    var decision = room.decide(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));

    assertThat(decision).isEqualTo(room.accepted(BEN, readiness(BEN, Readiness.READY)));
  }

  @Test
  @Tag("GA3")
  void the_wait_ends_when_the_one_waited_for_leaves() {
    var room = Story.waiting().at(24);

    var decision = room.decide(new Command.Leave(BEN));

    assertThat(decision)
        .isEqualTo(
            room.accepted(new Event.Left(BEN), changed(Cause.WAIT_ENDED, playing(10_000, 24.3))));
  }

  @Test
  @Tag("GA3")
  void the_wait_ends_when_the_one_waited_for_is_lost() {
    var room = Story.waiting().at(24);

    var decision = room.decide(new Command.Lose(BEN));

    assertThat(decision)
        .isEqualTo(
            room.accepted(new Event.Lost(BEN), changed(Cause.WAIT_ENDED, playing(10_000, 24.3))));
  }

  @Test
  @Tag("GA3")
  void a_room_in_which_everyone_is_lost_does_not_start_for_nobody() {
    var room =
        Story.waiting().at(22).asks(ANNA, new Wish.ReportBuffering()).then(new Command.Lose(ANNA));

    var decision = room.at(24).decide(new Command.Lose(BEN));

    assertThat(decision).isEqualTo(room.at(24).accepted(new Event.Lost(BEN)));
  }

  @Test
  @Tag("GA3")
  void whoever_may_control_may_pause_during_a_wait() {
    var room = Story.waiting().at(24);

    var decision = room.decide(BEN, new Wish.Pause());

    assertThat(decision).isEqualTo(room.accepted(BEN, changed(Cause.PAUSED, paused(10_000))));
  }

  @Test
  @Tag("GA4")
  void after_ten_seconds_the_room_goes_on_and_the_late_one_catches_up() {
    var room = Story.waiting().at(30.3);

    var decision = room.decide(new Command.Tick());

    assertThat(room.state().deadline()).hasValue(time(30.3));
    assertThat(decision)
        .isEqualTo(
            room.accepted(
                readiness(BEN, Readiness.CATCHING_UP),
                changed(Cause.WAIT_EXPIRED, playing(10_000, 30.6))));
  }

  @Test
  @Tag("GA4")
  void a_wait_does_not_end_before_its_limit() {
    var room = Story.waiting().at(30.299);

    var decision = room.decide(new Command.Tick());

    assertThat(decision).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("GA4")
  void who_is_catching_up_does_not_hold_the_room_again_before_having_been_ready() {
    var room = Story.waiting().at(30.3).then(new Command.Tick()).at(32);

    var decision = room.decide(BEN, new Wish.ReportBuffering());

    assertThat(decision).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("GA4")
  void who_has_caught_up_is_waited_for_again() {
    var room = Story.waiting().at(30.3).then(new Command.Tick()).at(32).ready(BEN).at(40.6);

    var decision = room.decide(BEN, new Wish.ReportBuffering());

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                BEN,
                readiness(BEN, Readiness.BUFFERING),
                changed(Cause.WAIT_STARTED, waiting(20_000, 40.6))));
  }

  @Test
  @Tag("GA5")
  void who_cannot_play_the_media_at_all_is_not_waited_for() {
    var room = Story.waiting().at(24);

    var decision = room.decide(BEN, new Wish.ReportUnable());

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                BEN,
                readiness(BEN, Readiness.CATCHING_UP),
                changed(Cause.WAIT_ENDED, playing(10_000, 24.3))));
  }

  @Test
  @Tag("EM2")
  void who_is_shown_nothing_by_another_site_is_not_waited_for() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.Load(Story.EMBED))
            .asks(ANNA, new Wish.ReportReady(HOUR))
            .asks(BEN, new Wish.ReportUnable());

    var playing = room.asks(ANNA, new Wish.Play());

    assertThat(room.waitedFor()).isEmpty();
    assertThat(loaded(playing).playback()).isInstanceOf(Playback.Playing.class);
  }

  @Test
  @Tag("ST2")
  void who_is_not_on_the_page_of_the_film_is_not_waited_for_and_catches_up_there() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.Load(Story.SITE))
            .asks(ANNA, new Wish.ReportReady(HOUR))
            .asks(BEN, new Wish.ReportUnable());

    var playing = room.asks(ANNA, new Wish.Play());
    var there = playing.asks(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));

    assertThat(room.waitedFor()).isEmpty();
    assertThat(loaded(playing).playback()).isInstanceOf(Playback.Playing.class);
    assertThat(loaded(there)).isEqualTo(loaded(playing));
    assertThat(there.state().member(BEN).orElseThrow().readiness()).isEqualTo(Readiness.READY);
  }

  @Test
  @Tag("OC2")
  void who_has_no_copy_is_not_waited_for_and_catches_up_with_one() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.Load(Story.OWN_COPY))
            .asks(ANNA, new Wish.ReportReady(HOUR))
            .asks(BEN, new Wish.ReportUnable());

    var playing = room.asks(ANNA, new Wish.Play());
    var found = playing.asks(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));

    assertThat(room.waitedFor()).isEmpty();
    assertThat(loaded(playing).playback()).isInstanceOf(Playback.Playing.class);
    assertThat(loaded(found)).isEqualTo(loaded(playing));
    assertThat(found.state().member(BEN).orElseThrow().readiness()).isEqualTo(Readiness.READY);
  }

  private static Stage.Loaded loaded(Story room) {
    return (Stage.Loaded) room.state().stage();
  }

  @Test
  @Tag("GA5")
  void who_could_not_play_the_last_media_is_waited_for_with_the_next() {
    var room = Story.paused().asks(BEN, new Wish.ReportUnable());

    var after = room.asks(ANNA, new Wish.Load(STREAM));

    assertThat(after.waitedFor()).containsExactly(ANNA, BEN);
  }
}
