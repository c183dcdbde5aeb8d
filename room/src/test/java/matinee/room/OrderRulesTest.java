package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.changed;
import static matinee.room.Story.playing;
import static matinee.room.Story.readiness;
import static matinee.room.Story.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

  @Test
  @Tag("OR1")
  void the_first_event_has_revision_1() {
    var room = Story.newRoom();

    var decision = room.decide(new Command.Enter(ANNA, "Anna"));

    var joined = new Recorded(1, time(0), Author.Room.ROOM, new Event.Joined(ANNA, "Anna"));
    assertThat(decision).isEqualTo(new Decision.Accepted(List.of(joined)));
  }

  @Test
  @Tag("OR1")
  void an_event_that_is_not_the_next_one_is_not_applied() {
    var state = Story.idle().state();
    var gap = new Recorded(4, time(1), Author.Room.ROOM, new Event.Joined(CARLA, "Carla"));
    var repeated = new Recorded(2, time(1), Author.Room.ROOM, new Event.Joined(CARLA, "Carla"));

    assertThatThrownBy(() -> Evolution.evolve(state, gap))
        .hasMessage("event 4 cannot follow revision 2");
    assertThatThrownBy(() -> Evolution.evolve(state, repeated))
        .hasMessage("event 2 cannot follow revision 2");
  }

  @Test
  @Tag("OR2")
  void room_time_does_not_go_back_when_the_clock_does() {
    var room = Story.paused().at(10).asks(BEN, new Wish.Say("hello"));

    var decision = room.at(4).decide(ANNA, new Wish.Play());

    assertThat(decision)
        .isEqualTo(room.at(10).accepted(ANNA, changed(Cause.PLAYED, playing(0, 10.3))));
  }

  @Test
  @Tag("OR3")
  void what_the_clock_knows_below_a_millisecond_is_not_in_the_history() {
    var exact = new Moment(time(10).plusNanos(999_999), Duration.ofNanos(300_999_999));
    var room = Story.paused().at(10);

    var decision = Decider.decide(room.state(), room.command(ANNA, new Wish.Play()), exact);

    assertThat(decision).isEqualTo(room.accepted(ANNA, changed(Cause.PLAYED, playing(0, 10.3))));
  }

  @Test
  @Tag("OR3")
  void deciding_changes_nothing_and_decides_the_same_again() {
    var room = Story.waiting().at(24);
    var command = room.command(BEN, new Wish.Seek(61_000));

    var first = room.decide(command);
    var second = room.decide(command);

    assertThat(second).isEqualTo(first);
    assertThat(room).isEqualTo(Story.waiting().at(24));
  }

  @Test
  @Tag("OR4")
  void what_follows_from_a_command_enters_the_history_together_with_it() {
    var room = Story.waiting().at(24);

    var decision = room.decide(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                BEN,
                readiness(BEN, Readiness.READY),
                changed(Cause.WAIT_ENDED, playing(10_000, 24.3))));
  }
}
