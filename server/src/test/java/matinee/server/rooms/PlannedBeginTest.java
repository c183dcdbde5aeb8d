package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Playback;
import matinee.room.Stage;
import matinee.room.Timeline;
import matinee.room.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What was planned begins in a room that two servers keep: once, from the film's start, whatever
/// people did before.
@Tag("D-11")
final class PlannedBeginTest extends TwoServers {
  private static final CommandId ID = CommandId.planned("a-0");
  private static final Letter BEGIN = new Letter.Begin(ID, FILM.ref(), FILM.title());

  private void isReady() {
    east.turn(ann.ask("load", east.room.state().revision(), new Wish.Load(FILM)));
    west.turn();
    report("0");
  }

  /// Both could play what is loaded.
  private void report(String round) {
    var length = new Length.Known(60_000);
    var ready = new Wish.ReportReady(length);
    west.turn(bob.ask("b" + round, west.room.state().revision(), ready));
    east.turn();
    east.turn(ann.ask("a" + round, east.room.state().revision(), ready));
    west.turn();
    ann.received();
    bob.received();
  }

  private static List<Event> starts(List<Event> events) {
    return events.stream().filter(Event.PlaybackChanged.class::isInstance).toList();
  }

  private Playback startingNow() {
    var effect = roomTime.now().plus(Duration.ofMillis(150));
    return new Playback.Playing(new Timeline(effect, 0, 1));
  }

  @Test
  void both_servers_ask_and_it_begins_once() {
    annIsEastAndBobIsWest();
    isReady();
    var expected = startingNow();

    east.turn(BEGIN);
    west.heard.clear(); // it has not come there yet
    west.turn(BEGIN);
    east.turn(BEGIN);

    assertThat(playback(east)).isEqualTo(expected);
    assertThat(playback(west)).isEqualTo(expected);
    assertThat(starts(events(bob.received()))).hasSize(1);
  }

  @Test
  void asked_again_later_it_does_not_go_back() {
    annIsEastAndBobIsWest();
    isReady();
    east.turn(BEGIN);
    var begun = playback(east);
    pass(Duration.ofSeconds(2));

    west.turn(BEGIN);

    assertThat(playback(west)).isEqualTo(begun);
  }

  @Test
  void who_played_before_its_time_is_at_the_start_then() {
    annIsEastAndBobIsWest();
    isReady();
    east.turn(ann.ask("early", east.room.state().revision(), new Wish.Play()));
    pass(Duration.ofSeconds(2));
    var expected = startingNow();

    west.turn(BEGIN);

    assertThat(playback(west)).isEqualTo(expected);
  }

  @Test
  void who_stopped_in_the_middle_is_at_the_start_then() {
    annIsEastAndBobIsWest();
    isReady();
    east.turn(ann.ask("on", east.room.state().revision(), new Wish.Seek(30_000)));
    west.turn();

    west.turn(BEGIN);
    west.turn(BEGIN);

    assertThat(playback(west)).isEqualTo(startingNow());
  }

  @Test
  void another_film_makes_room_for_the_planned_one() {
    annIsEastAndBobIsWest();
    var other = new MediaRef.Address("https://example.org/other.mp4");
    var length = Length.Unknown.UNKNOWN;
    east.turn(
        ann.ask("o", east.room.state().revision(), new Wish.Load(new Media(other, "O", length))));
    west.turn();

    west.turn(BEGIN);
    east.turn();
    report("1");
    west.turn(BEGIN);

    assertThat(((Stage.Loaded) west.room.state().stage()).media().ref()).isEqualTo(FILM.ref());
    assertThat(playback(west)).isEqualTo(startingNow());
  }

  @Test
  @Tag("GA3")
  void who_buffers_is_waited_for() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("load", east.room.state().revision(), new Wish.Load(FILM)));
    west.turn();

    east.turn(BEGIN);

    assertThat(playback(east)).isInstanceOf(Playback.Waiting.class);
  }

  @Test
  void where_nobody_is_nothing_begins() {
    east.turn(BEGIN);

    assertThat(east.room.state().revision()).isZero();
  }
}
