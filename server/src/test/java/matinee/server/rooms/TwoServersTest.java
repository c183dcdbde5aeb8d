package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.Playback;
import matinee.room.Reason;
import matinee.room.Timeline;
import matinee.room.Wish;
import matinee.server.bus.News;
import matinee.wire.BusMessage;
import matinee.wire.ClientMessage;
import matinee.wire.CloseCode;
import matinee.wire.MemberPresence;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One room kept by two servers at once: what happens, happens for those of both.
final class TwoServersTest extends TwoServers {

  @Test
  @Tag("OR1")
  void what_is_accepted_by_one_is_heard_by_those_of_the_other() {
    annIsEastAndBobIsWest();

    east.turn(ann.ask("load", east.room.state().revision(), new Wish.Load(FILM)));
    west.turn();

    assertThat(events(bob.received())).containsExactly(new Event.MediaLoaded(FILM));
    assertThat(west.room.state()).isEqualTo(east.room.state());
  }

  @Test
  @Tag("OR1")
  void what_was_told_twice_or_in_another_order_is_taken_once_and_in_order() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("one", east.room.state().revision(), new Wish.Say("one")));
    east.turn(ann.ask("two", east.room.state().revision(), new Wish.Say("two")));
    var told = List.copyOf(west.heard);
    west.heard.clear();
    west.heard.addAll(told.reversed());
    west.heard.addAll(told);

    west.turn();

    assertThat(events(bob.received()))
        .containsExactly(new Event.Said("one"), new Event.Said("two"));
  }

  @Test
  @Tag("OR1")
  void what_nobody_told_is_read_from_the_journal_once_it_is_known_to_be_there() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("one", east.room.state().revision(), new Wish.Say("one")));
    west.heard.clear();

    west.turn();
    var before = events(bob.received());
    west.heard.add(new News.Reached(east.room.state().revision()));
    west.turn();

    assertThat(before).isEmpty();
    assertThat(events(bob.received())).containsExactly(new Event.Said("one"));
  }

  @Test
  @Tag("OR1")
  void what_is_told_of_another_history_of_the_room_is_not_taken() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("one", east.room.state().revision(), new Wish.Say("one")));
    var told = (News.Said) west.heard.removeFirst();
    var events = ((BusMessage.Advanced) told.message()).events();
    west.heard.add(new News.Said(new BusMessage.Advanced("another", events)));

    west.turn();

    assertThat(events(bob.received())).isEmpty();
  }

  @Test
  @Tag("CO1")
  @Tag("ID1")
  void a_command_that_was_accepted_by_one_is_answered_with_the_same_revision_by_the_other() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("once", east.room.state().revision(), new Wish.Say("once")));
    long accepted = east.room.state().revision();
    bus.kill("east", VirtualTime.START);
    var again = new FakeConnection("ann");
    west.turn(again.enter());
    again.received();

    west.turn(again.ask("once", accepted - 1, new Wish.Say("once")));

    assertThat(again.received())
        .containsExactly(new ServerMessage.Accepted(new CommandId("once"), accepted));
  }

  @Test
  @Tag("ID6")
  @Tag("CO1")
  void
      what_one_refused_when_it_was_sent_again_is_refused_by_the_other_whenever_its_first_copy_comes() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("load", east.room.state().revision(), new Wish.Load(FILM)));
    var pause =
        new ClientMessage.Request(
            new CommandId("late"), east.room.state().revision(), new Wish.Pause());
    var again = new FakeConnection("ann");
    west.turn(again.enter());
    again.received();

    west.turn(again.ask(pause.sentAgain()));
    west.turn(bob.ask("play", west.room.state().revision(), new Wish.Play()));
    var playing = west.room.state().stage();
    east.turn(ann.ask(pause));

    assertThat(again.received())
        .contains(new ServerMessage.Rejected(new CommandId("late"), Reason.NO_CHANGE));
    assertThat(ann.received())
        .contains(new ServerMessage.Rejected(new CommandId("late"), Reason.NO_CHANGE));
    assertThat(east.room.state().stage()).isEqualTo(playing);
  }

  @Test
  @Tag("EN4")
  void who_comes_from_the_other_is_not_shown_less_than_they_have_seen() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("one", east.room.state().revision(), new Wish.Say("one")));
    long seen = east.room.state().revision();
    west.heard.clear();
    var again = new FakeConnection("ann");

    west.turn(again.enter(new Resume.From(history.epoch(), seen)));

    assertThat(west.room.state().revision()).isEqualTo(seen);
    assertThat(again.received())
        .hasAtLeastOneElementOfType(ServerMessage.Welcome.class)
        .doesNotHaveAnyElementsOfTypes(ServerMessage.Snapshot.class);
  }

  @Test
  @Tag("ID5")
  void what_was_wished_on_more_than_a_server_knows_is_decided_once_it_knows() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("one", east.room.state().revision(), new Wish.Say("one")));
    long seen = east.room.state().revision();
    west.heard.clear();

    west.turn(bob.ask("two", seen, new Wish.Say("two")));

    assertThat(bob.received()).contains(new ServerMessage.Accepted(new CommandId("two"), seen + 1));
  }

  @Test
  @Tag("OR4")
  void two_who_wish_at_once_are_both_heard_in_one_order() {
    annIsEastAndBobIsWest();
    long seen = east.room.state().revision();

    east.turn(ann.ask("a", seen, new Wish.Say("of ann")));
    west.heard.clear();
    west.turn(bob.ask("b", seen, new Wish.Say("of bob")));
    east.turn();

    assertThat(events(ann.received()))
        .containsExactly(new Event.Said("of ann"), new Event.Said("of bob"));
    assertThat(events(bob.received()))
        .containsExactly(new Event.Said("of ann"), new Event.Said("of bob"));
  }

  @Test
  @Tag("CH3")
  void of_two_who_change_a_line_at_once_the_second_is_decided_on_what_the_first_has_made() {
    annIsEastAndBobIsWest();
    east.turn(ann.ask("a", east.room.state().revision(), new Wish.Say("of ann")));
    west.turn();
    long line = east.room.state().revision();
    bob.received();

    east.turn(ann.ask("b", line, new Wish.RemoveLine(line)));
    west.heard.clear();
    west.turn(bob.ask("c", line, new Wish.React(line, "👍", true)));

    assertThat(bob.received())
        .contains(new ServerMessage.Rejected(new CommandId("c"), Reason.NO_SUCH_LINE));
  }

  @Test
  @Tag("OD1")
  void who_is_put_out_by_one_is_closed_by_the_other() {
    annIsEastAndBobIsWest();

    east.turn(ann.ask("out", east.room.state().revision(), new Wish.Kick(BOB)));
    west.turn();

    assertThat(bob.closeCode()).isEqualTo(CloseCode.KICKED.number());
  }

  @Test
  void how_players_are_doing_is_told_to_those_of_the_other() {
    annIsEastAndBobIsWest();
    time.advance(Duration.ofSeconds(1));

    west.turn(new Letter.Report(bob.connection(), READY));
    east.turn();

    assertThat(ann.received())
        .containsExactly(new ServerMessage.Presence(List.of(new MemberPresence(BOB, READY))));
  }

  @Test
  @Tag("PB3")
  void a_change_is_scheduled_for_the_slowest_line_of_either() {
    annIsEastAndBobIsWest();
    time.advance(Duration.ofSeconds(1));
    west.turn(new Letter.Report(bob.connection(), READY));
    east.turn();

    play();

    var start = VirtualTime.START.plusSeconds(1).plusMillis(800 * 3 / 4 + 120);
    assertThat(playback(east)).isEqualTo(new Playback.Playing(new Timeline(start, 0, 1)));
    assertThat(playback(west)).isEqualTo(playback(east));
  }

  @Test
  @Tag("PB9")
  void a_room_whose_servers_died_and_that_nobody_kept_since_stands_where_it_was_kept_last() {
    annIsEastAndBobIsWest();
    play();
    var died = VirtualTime.START.plusSeconds(30);
    bus.kill("west", died);
    bus.kill("east", died);
    time.advance(Duration.ofMinutes(20));

    var north = new Server("north");

    assertThat(playback(north)).isEqualTo(new Playback.Paused(29_850, 1));
  }

  @Test
  @Tag("PB9")
  void a_room_that_another_server_keeps_was_not_interrupted() {
    annIsEastAndBobIsWest();
    play();
    bus.kill("west", VirtualTime.START);
    time.advance(Duration.ofSeconds(50));

    var north = new Server("north");

    assertThat(playback(north)).isEqualTo(playback(east));
  }
}
