package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.playing;
import static matinee.room.Story.rejected;
import static matinee.room.Story.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LateJoinRulesTest {

  @Test
  @Tag("LJ1")
  void who_enters_a_room_at_rest_is_one_the_room_would_wait_for() {
    var rooms = List.of(Story.idle(), Story.paused());

    var readiness = rooms.stream().map(room -> room.enters(CARLA).member(CARLA).readiness());

    assertThat(readiness).containsExactly(Readiness.BUFFERING, Readiness.BUFFERING);
  }

  @Test
  @Tag("LJ1")
  void who_returns_to_a_room_at_rest_is_waited_for_until_ready_again() {
    var room = Story.paused().then(new Command.Lose(BEN));

    var waitedFor = room.enters(BEN).waitedFor();

    assertThat(waitedFor).containsExactly(BEN);
  }

  @Test
  @Tag("LJ2")
  void who_enters_a_playing_room_catches_up_and_the_room_plays_on() {
    var room = Story.playing().at(20);

    var after = room.enters(CARLA);

    assertThat(after.member(CARLA).readiness()).isEqualTo(Readiness.CATCHING_UP);
    assertThat(after.playback()).isEqualTo(playing(0, 10.3));
  }

  @Test
  @Tag("LJ2")
  void who_enters_a_waiting_room_catches_up_and_is_not_waited_for() {
    var room = Story.waiting().at(22);

    var after = room.enters(CARLA);

    assertThat(after.waitedFor()).containsExactly(BEN);
    assertThat(after.playback()).isEqualTo(waiting(10_000, 20.3));
  }

  @Test
  @Tag("LJ2")
  void who_returns_to_a_playing_room_catches_up() {
    var room = Story.playing().at(20).then(new Command.Lose(BEN)).at(30);

    var after = room.enters(BEN);

    assertThat(after.member(BEN).readiness()).isEqualTo(Readiness.CATCHING_UP);
    assertThat(after.playback()).isEqualTo(playing(0, 10.3));
  }

  @Test
  @Tag("LJ2")
  void a_newcomer_does_not_hold_up_the_room_before_having_been_ready() {
    var room = Story.playing().at(20).enters(CARLA);

    var buffering = room.decide(CARLA, new Wish.ReportBuffering());
    var restarted = room.asks(ANNA, new Wish.Pause()).at(25).asks(ANNA, new Wish.Play());

    assertThat(buffering).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(restarted.playback()).isEqualTo(playing(9_700, 25.3));
  }

  @Test
  @Tag("LJ2")
  void a_newcomer_who_has_been_ready_is_waited_for_like_everyone() {
    var room = Story.playing().at(15).enters(CARLA).ready(CARLA).at(20.3);

    var after = room.asks(CARLA, new Wish.ReportBuffering());

    assertThat(after.waitedFor()).containsExactly(CARLA);
    assertThat(after.playback()).isEqualTo(waiting(10_000, 20.3));
  }
}
