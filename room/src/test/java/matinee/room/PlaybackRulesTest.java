package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.FILM;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.changed;
import static matinee.room.Story.paused;
import static matinee.room.Story.playing;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static matinee.room.Story.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlaybackRulesTest {

  @Test
  @Tag("PB1")
  void a_playback_applied_twice_is_the_same_as_applied_once() {
    var room = Story.paused().at(10);
    var once = room.asks(ANNA, new Wish.Play()).state();

    var again =
        new Recorded(
            once.revision() + 1,
            once.at(),
            Author.Room.ROOM,
            changed(Cause.PLAYED, playing(0, 10.3)));
    var twice = Evolution.evolve(once, again);

    assertThat(twice.stage()).isEqualTo(once.stage());
  }

  @Test
  @Tag("PB1")
  void a_line_tells_the_position_at_every_instant_however_late_it_is_read() {
    var line = new Timeline(time(10), 5_000, 1.5);

    var positions =
        List.of(line.positionAt(time(9)), line.positionAt(time(10)), line.positionAt(time(3_610)));

    assertThat(positions).containsExactly(5_000L, 5_000L, 5_405_000L);
  }

  @Test
  @Tag("PB1")
  void the_line_has_reached_a_position_by_the_time_it_names_for_it() {
    var rates = List.of(0.25, 0.7, 1.0, 1.1, 3.0, 4.0);

    var missed =
        rates.stream()
            .map(rate -> new Timeline(time(10), 5_000, rate))
            .filter(
                line ->
                    LongStream.range(5_000, 9_000)
                        .anyMatch(ms -> line.positionAt(line.timeOf(ms)) < ms))
            .toList();

    assertThat(missed).isEmpty();
  }

  @Test
  @Tag("PB2")
  void play_goes_on_from_where_the_room_stands() {
    var room = Story.paused().asks(ANNA, new Wish.Seek(61_000)).at(10);

    var decision = room.decide(BEN, new Wish.Play());

    assertThat(decision)
        .isEqualTo(room.accepted(BEN, changed(Cause.PLAYED, playing(61_000, 10.3))));
  }

  @Test
  @Tag("PB2")
  void play_at_the_end_begins_anew() {
    var room = Story.paused().asks(ANNA, new Wish.Seek(120_000)).at(10);

    var decision = room.decide(BEN, new Wish.Play());

    assertThat(decision).isEqualTo(room.accepted(BEN, changed(Cause.PLAYED, playing(0, 10.3))));
  }

  @Test
  @Tag("PB3")
  void a_start_is_scheduled_ahead_by_the_lead() {
    var room = Story.paused().at(10);

    var decision = room.decide(ANNA, new Wish.Play());

    assertThat(decision).isEqualTo(room.accepted(ANNA, changed(Cause.PLAYED, playing(0, 10.3))));
  }

  @Test
  @Tag("PB3")
  void until_a_scheduled_start_everyone_stands_on_its_position() {
    var start = playing(5_000, 10.3);

    var positions =
        List.of(
            start.positionAt(time(0)),
            start.positionAt(time(10.3)),
            start.positionAt(time(10.301)));

    assertThat(positions).containsExactly(5_000L, 5_000L, 5_001L);
  }

  @Test
  @Tag("PB3")
  void the_lead_is_three_quarters_of_the_slowest_round_trip_and_120_ms_within_its_limits() {
    var roundTrips = List.of(0, 40, 44, 100, 400, 1_440, 1_441, 60_000);

    var leads =
        roundTrips.stream().map(ms -> Moment.leadFor(Duration.ofMillis(ms)).toMillis()).toList();

    assertThat(leads).containsExactly(150L, 150L, 153L, 195L, 420L, 1_200L, 1_200L, 1_200L);
  }

  @Test
  @Tag("PB3")
  void no_lead_is_negative_or_longer_than_its_limit() {
    assertThatThrownBy(() -> new Moment(time(0), Duration.ofMillis(-1)))
        .hasMessage("lead must be 0 to 1200 ms");
    assertThatThrownBy(() -> new Moment(time(0), Duration.ofMillis(1_201)))
        .hasMessage("lead must be 0 to 1200 ms");
  }

  @Test
  @Tag("PB4")
  void a_pause_is_immediate_and_carries_the_position_to_stand_on() {
    var room = Story.playing().at(12.5);

    var decision = room.decide(BEN, new Wish.Pause());

    assertThat(decision).isEqualTo(room.accepted(BEN, changed(Cause.PAUSED, paused(2_200))));
  }

  @Test
  @Tag("PB4")
  void a_pause_before_a_scheduled_start_stands_where_it_would_have_started() {
    var room = Story.playing().at(10.1);

    var decision = room.decide(BEN, new Wish.Pause());

    assertThat(decision).isEqualTo(room.accepted(BEN, changed(Cause.PAUSED, paused(0))));
  }

  @Test
  @Tag("PB5")
  void a_speed_changed_while_playing_begins_ahead_where_the_old_line_will_be() {
    var room = Story.playing().at(20);

    var decision = room.decide(ANNA, new Wish.SetRate(1.5));

    var line = new Timeline(time(20.3), 10_000, 1.5);
    assertThat(decision)
        .isEqualTo(room.accepted(ANNA, changed(Cause.RATE_CHANGED, new Playback.Playing(line))));
  }

  @Test
  @Tag("PB5")
  void a_speed_changed_before_a_scheduled_start_does_not_move_the_start_ahead() {
    var late = new Moment(time(10.1), Duration.ofMillis(150));
    var room = Story.playing();

    var decision = Decider.decide(room.state(), room.command(ANNA, new Wish.SetRate(2.0)), late);

    var line = new Timeline(time(10.3), 0, 2.0);
    assertThat(decision)
        .isEqualTo(
            room.at(10.1).accepted(ANNA, changed(Cause.RATE_CHANGED, new Playback.Playing(line))));
  }

  @Test
  @Tag("PB5")
  void a_pause_between_a_change_of_speed_and_its_start_stands_on_the_beginning_of_the_new_line() {
    var room = Story.playing().at(20).asks(ANNA, new Wish.SetRate(1.5)).at(20.1);

    var decision = room.decide(ANNA, new Wish.Pause());

    var standing = new Playback.Paused(10_000, 1.5);
    assertThat(decision).isEqualTo(room.accepted(ANNA, changed(Cause.PAUSED, standing)));
  }

  @Test
  @Tag("PB5")
  void a_speed_changed_at_rest_is_that_of_the_next_start() {
    var room = Story.paused().asks(ANNA, new Wish.SetRate(0.5)).at(10);

    var decision = room.decide(ANNA, new Wish.Play());

    var line = new Timeline(time(10.3), 0, 0.5);
    assertThat(decision)
        .isEqualTo(room.accepted(ANNA, changed(Cause.PLAYED, new Playback.Playing(line))));
  }

  @Test
  @Tag("PB5")
  void a_speed_is_a_number_from_a_quarter_to_four() {
    var speeds =
        List.of(0.25, 1.0, 4.0, 0.249, 4.001, 0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY);

    var allowed = speeds.stream().filter(Rates::isAllowed).toList();

    assertThat(allowed).containsExactly(0.25, 1.0, 4.0);
    assertThatThrownBy(() -> new Wish.SetRate(Double.NaN))
        .hasMessage("rate must be 0.25 to 4, in whole thousandths");
  }

  @Test
  @Tag("PB6")
  void a_seek_beyond_a_known_length_is_out_of_range() {
    var room = Story.paused();

    var decision = room.decide(ANNA, new Wish.Seek(120_001));

    assertThat(decision).isEqualTo(rejected(Reason.OUT_OF_RANGE));
  }

  @Test
  @Tag("PB6")
  void a_seek_to_the_very_end_is_within_the_media() {
    var room = Story.paused();

    var decision = room.decide(ANNA, new Wish.Seek(120_000));

    assertThat(decision).isEqualTo(room.accepted(ANNA, changed(Cause.SEEKED, paused(120_000))));
  }

  @Test
  @Tag("PB6")
  void a_media_of_unknown_length_can_be_sought_anywhere_within_thirty_days() {
    var room = Story.idle().asks(ANNA, new Wish.Load(STREAM));

    var within = room.decide(ANNA, new Wish.Seek(2_592_000_000L));
    var beyond = room.decide(ANNA, new Wish.Seek(2_592_000_001L));

    assertThat(within)
        .isEqualTo(room.accepted(ANNA, changed(Cause.SEEKED, paused(2_592_000_000L))));
    assertThat(beyond).isEqualTo(rejected(Reason.OUT_OF_RANGE));
  }

  @Test
  @Tag("PB6")
  void a_position_below_the_start_does_not_exist() {
    assertThatThrownBy(() -> new Wish.Seek(-1)).hasMessage("positionMs must not be negative");
  }

  @Test
  @Tag("PB6")
  void a_seek_while_playing_is_a_scheduled_start_at_the_new_position() {
    var room = Story.playing().at(12.5);

    var decision = room.decide(BEN, new Wish.Seek(61_000));

    assertThat(decision)
        .isEqualTo(room.accepted(BEN, changed(Cause.SEEKED, playing(61_000, 12.8))));
  }

  @Test
  @Tag("PB6")
  void a_seek_while_waiting_moves_the_position_and_not_the_end_of_the_wait() {
    var room = Story.waiting().at(25);

    var decision = room.decide(ANNA, new Wish.Seek(61_000));

    assertThat(decision)
        .isEqualTo(room.accepted(ANNA, changed(Cause.SEEKED, waiting(61_000, 20.3))));
  }

  @Test
  @Tag("PB7")
  void loading_pauses_at_the_start_at_normal_speed_with_everyone_buffering() {
    var room = Story.paused().asks(ANNA, new Wish.SetRate(2.0)).asks(ANNA, new Wish.Play()).at(30);

    var after = room.asks(BEN, new Wish.Load(STREAM));

    var stage = new Stage.Loaded(STREAM, room.state().revision() + 1, paused(0));
    assertThat(after.state().stage()).isEqualTo(stage);
    assertThat(after.waitedFor()).containsExactly(ANNA, BEN);
  }

  @Test
  @Tag("PB7")
  void a_room_may_be_opened_with_a_media_before_anyone_has_entered() {
    var room = Story.newRoom();

    var decision = room.decide(new Command.Open(FILM));

    assertThat(decision).isEqualTo(room.accepted(new Event.MediaLoaded(FILM)));
  }

  @Test
  @Tag("PB7")
  void a_room_is_opened_once() {
    var room = Story.newRoom().then(new Command.Open(FILM));

    var decision = room.decide(new Command.Open(STREAM));

    assertThat(decision).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("PB8")
  void at_the_end_of_the_media_the_room_pauses_there() {
    var room = Story.playing().at(130.3);

    var decision = room.decide(new Command.Tick());

    assertThat(room.state().deadline()).hasValue(time(130.3));
    assertThat(decision).isEqualTo(room.accepted(changed(Cause.ENDED, paused(120_000))));
  }

  @Test
  @Tag("PB8")
  void nothing_ends_before_the_end() {
    var room = Story.playing().at(130.299);

    var decision = room.decide(new Command.Tick());

    assertThat(decision).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("PB8")
  void a_media_of_unknown_length_has_no_end_to_be_asked_for() {
    var room = Story.idle().asks(ANNA, new Wish.Load(STREAM)).ready(ANNA).ready(BEN);

    var deadline = room.asks(ANNA, new Wish.Play()).state().deadline();

    assertThat(deadline).isEmpty();
  }

  @Test
  @Tag("PB9")
  void
      after_more_than_sixty_seconds_without_a_keeper_a_playing_room_stands_where_it_was_last_kept() {
    var room = Story.playing().at(85.001);

    var decision = room.decide(new Command.Interrupt(time(25)));

    assertThat(decision).isEqualTo(room.accepted(changed(Cause.ABANDONED, paused(14_700))));
  }

  @Test
  @Tag("PB9")
  void a_shorter_absence_changes_nothing() {
    var room = Story.playing().at(85);

    var decision = room.decide(new Command.Interrupt(time(25)));

    assertThat(decision).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("PB9")
  void a_waiting_room_is_paused_too_and_a_paused_one_stays() {
    var waiting = Story.waiting().at(500);
    var paused = Story.paused().at(500);

    var decisions =
        List.of(
            waiting.decide(new Command.Interrupt(time(25))),
            paused.decide(new Command.Interrupt(time(25))));

    assertThat(decisions)
        .containsExactly(
            waiting.accepted(changed(Cause.ABANDONED, paused(10_000))), rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("PB9")
  void a_room_was_kept_at_least_until_its_last_event() {
    var room = Story.playing().at(30).asks(BEN, new Wish.Seek(61_000)).at(100);

    var decision = room.decide(new Command.Interrupt(time(12)));

    assertThat(decision).isEqualTo(room.accepted(changed(Cause.ABANDONED, paused(61_000))));
  }
}
