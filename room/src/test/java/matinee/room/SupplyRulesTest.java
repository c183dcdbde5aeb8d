package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.changed;
import static matinee.room.Story.paused;
import static matinee.room.Story.playing;
import static matinee.room.Story.readiness;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static matinee.room.Story.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A film that is watched while it is on its way in.
class SupplyRulesTest {

  /// Half a minute of the film, which stands at its start, is there.
  private static Story coming() {
    return grown(Story.paused(), 30_000);
  }

  /// As [#coming], and at 10 s Anna pressed play: the film moves from 10.3 s on.
  private static Story moving() {
    return coming().at(10).asks(ANNA, new Wish.Play());
  }

  /// As [#moving], and at 40.3 s the line has come to the end of what is there.
  private static Story standing() {
    return moving().at(40.3).then(new Command.Tick());
  }

  private static Story grown(Story story, long ms) {
    return story.then(grow(ms));
  }

  private static Command grow(long ms) {
    return new Command.Grow(Story.UPLOAD, new Available.Until(ms));
  }

  private static final Command WHOLE = new Command.Grow(Story.UPLOAD, Available.All.ALL);

  /// A wait for the film that began at `seconds`.
  private static Playback awaiting(long positionMs, double seconds) {
    return new Playback.Waiting(positionMs, 1.0, time(seconds), time(seconds));
  }

  private static List<Event> events(Decision decision) {
    return decision.events().stream().map(Recorded::event).toList();
  }

  private static Stage.Loaded stage(Story story) {
    return (Stage.Loaded) story.state().stage();
  }

  @Test
  @Tag("UP1")
  void the_room_is_told_how_much_of_its_film_is_there() {
    var room = coming();

    assertThat(stage(room))
        .isEqualTo(
            new Stage.Loaded(
                Story.FILM, stage(room).loadedRevision(), new Available.Until(30_000), paused(0)));
    assertThat(events(room.decide(WHOLE))).containsExactly(new Event.FilmGrew(Available.All.ALL));
  }

  @Test
  @Tag("UP1")
  void there_is_never_less_than_there_was_and_of_another_film_nothing_is_told() {
    var room = coming();
    var other = new MediaRef.Upload("other");

    var same = room.decide(grow(30_000));
    var less = room.decide(grow(29_999));
    var others = room.decide(new Command.Grow(other, new Available.Until(40_000)));
    var again = Story.paused().decide(WHOLE);

    assertThat(List.of(same, less, others, again)).containsOnly(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("UP1")
  void a_room_that_is_beyond_what_is_there_when_it_is_told_goes_back_to_its_end() {
    var paused = Story.paused().asks(ANNA, new Wish.Seek(60_000));
    var playing = Story.playing().asks(ANNA, new Wish.Seek(60_000)).at(20);

    assertThat(stage(grown(paused, 30_000)).playback()).isEqualTo(paused(30_000));
    assertThat(events(playing.decide(grow(30_000))))
        .containsExactly(
            new Event.FilmGrew(new Available.Until(30_000)),
            changed(Cause.FILM_AWAITED, awaiting(30_000, 20)));
  }

  @Test
  @Tag("UP1")
  void a_media_that_is_loaded_is_all_there_until_somebody_says_otherwise() {
    var room = coming().asks(ANNA, new Wish.Load(Story.FILM));

    assertThat(stage(room).available()).isEqualTo(Available.All.ALL);
  }

  @Test
  @Tag("UP2")
  void a_seek_goes_no_further_than_the_film_has_come() {
    var far = new Wish.Seek(90_000);

    assertThat(events(coming().decide(ANNA, far)))
        .containsExactly(changed(Cause.SEEKED, paused(30_000)));
    assertThat(events(moving().at(20).decide(ANNA, far)))
        .containsExactly(changed(Cause.SEEKED, awaiting(30_000, 20)));
    assertThat(coming().decide(ANNA, new Wish.Seek(120_001)))
        .isEqualTo(rejected(Reason.OUT_OF_RANGE));
  }

  @Test
  @Tag("UP3")
  void when_the_line_comes_to_the_end_of_what_is_there_the_room_waits_for_the_film() {
    var room = moving();

    assertThat(room.state().deadline()).hasValue(time(40.3));
    assertThat(events(room.at(41).decide(new Command.Tick())))
        .containsExactly(changed(Cause.FILM_AWAITED, awaiting(30_000, 41)));
    assertThat(stage(standing()).isShort()).isTrue();
    assertThat(standing().state().deadline()).isEmpty();
  }

  @Test
  @Tag("UP3")
  void the_room_goes_on_by_itself_when_ten_seconds_more_are_there_or_the_whole_film() {
    var room = standing().at(50);

    assertThat(events(room.decide(grow(39_999))))
        .containsExactly(new Event.FilmGrew(new Available.Until(39_999)));
    assertThat(events(grown(room, 39_999).decide(grow(40_000))))
        .containsExactly(
            new Event.FilmGrew(new Available.Until(40_000)),
            changed(Cause.FILM_CAME, playing(30_000, 50.3)));
    assertThat(events(room.decide(WHOLE)))
        .containsExactly(
            new Event.FilmGrew(Available.All.ALL), changed(Cause.FILM_CAME, playing(30_000, 50.3)));
  }

  @Test
  @Tag("UP3")
  void who_is_not_ready_when_the_film_has_come_is_waited_for_from_then_on() {
    var room = standing().at(45).asks(BEN, new Wish.ReportBuffering()).at(3_000);

    var come = room.then(grow(60_000));

    assertThat(stage(come).playback()).isEqualTo(waiting(30_000, 3_000));
    assertThat(come.state().member(BEN).orElseThrow().grace().left(come.now()))
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(stage(come.at(3_001).ready(BEN)).playback()).isEqualTo(playing(30_000, 3_001.3));
  }

  @Test
  @Tag("UP3")
  void nobody_can_make_a_room_go_on_to_what_is_not_there() {
    var room = standing().at(45).asks(BEN, new Wish.ReportBuffering());

    var after = room.at(46).ready(BEN);

    assertThat(stage(after).playback()).isEqualTo(awaiting(30_000, 40.3));
    assertThat(after.decide(ANNA, new Wish.Play())).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(after.decide(new Command.Tick())).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("UP3")
  void play_where_too_little_is_there_waits_for_the_film() {
    var room = grown(Story.paused(), 9_999).at(10);

    assertThat(events(room.decide(ANNA, new Wish.Play())))
        .containsExactly(changed(Cause.PLAYED, awaiting(0, 10)));
  }

  @Test
  @Tag("UP3")
  void a_wait_for_the_film_is_left_by_pausing_and_by_seeking_to_what_is_there() {
    var room = standing().at(45);

    assertThat(events(room.decide(ANNA, new Wish.Pause())))
        .containsExactly(changed(Cause.PAUSED, paused(30_000)));
    assertThat(events(room.decide(BEN, new Wish.Seek(5_000))))
        .containsExactly(changed(Cause.SEEKED, playing(5_000, 45.3)));
    assertThat(events(room.decide(BEN, new Wish.Seek(25_000))))
        .containsExactly(changed(Cause.SEEKED, awaiting(25_000, 45)));
    assertThat(room.decide(BEN, new Wish.Seek(80_000))).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("UP3")
  void a_room_that_waits_for_nobody_waits_for_the_film_all_the_same() {
    var room =
        coming().asks(ANNA, new Wish.SetGate(GatePolicy.NoOne.NO_ONE)).asks(ANNA, new Wish.Play());

    assertThat(stage(room.at(60).then(new Command.Tick())).playback())
        .isEqualTo(awaiting(30_000, 60));
  }

  @Test
  @Tag("UP3")
  @Tag("LJ2")
  void who_comes_while_the_room_waits_for_the_film_holds_nobody_up() {
    var room = standing().at(50).enters(CARLA);

    assertThat(events(room.decide(grow(60_000))))
        .containsExactly(
            new Event.FilmGrew(new Available.Until(60_000)),
            changed(Cause.FILM_CAME, playing(30_000, 50.3)));
  }

  @Test
  @Tag("UP3")
  void a_wait_for_somebody_goes_on_as_one_for_the_film_where_that_is_short() {
    var room = moving().at(35.3).asks(BEN, new Wish.ReportBuffering()).at(36);

    var ready = room.decide(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));

    assertThat(events(ready)).containsExactly(readiness(BEN, Readiness.READY));
    assertThat(stage(room.ready(BEN)).isShort()).isTrue();
  }

  @Test
  @Tag("UP3")
  @Tag("PB8")
  void a_film_whose_end_is_there_ends_there() {
    var room = grown(moving(), 120_000).asks(ANNA, new Wish.Seek(119_000)).at(60);

    assertThat(stage(room).isShort()).isTrue();
    assertThat(stage(room.then(WHOLE).at(70).then(new Command.Tick())).playback())
        .isEqualTo(paused(120_000));
  }

  @Test
  @Tag("UP4")
  void when_the_rest_will_not_come_nothing_is_loaded_any_more() {
    var gone = new Command.Vanish(Story.UPLOAD);
    var room = standing().asks(ANNA, new Wish.Enqueue(List.of(Story.STREAM)));

    var after = room.then(gone);

    assertThat(after.state().stage()).isEqualTo(Stage.Idle.IDLE);
    assertThat(after.state().queue()).isEqualTo(room.state().queue());
    assertThat(after.decide(gone)).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(after.decide(ANNA, new Wish.Play())).isEqualTo(rejected(Reason.NO_MEDIA));
  }
}
