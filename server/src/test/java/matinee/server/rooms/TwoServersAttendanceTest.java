package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import matinee.room.Contact;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.server.bus.News;
import matinee.wire.BusMessage;
import matinee.wire.CloseCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One room kept by two servers at once: whoever is connected to either is in the room, and whoever
/// is connected to neither is missed.
final class TwoServersAttendanceTest extends TwoServers {

  @Test
  @Tag("ME3")
  void nobody_is_lost_who_is_connected_to_the_other() {
    annIsEastAndBobIsWest();

    pass(Duration.ofSeconds(100));

    assertThat(events(ann.received())).isEmpty();
    assertThat(east.contact(BOB)).isEqualTo(Contact.Here.HERE);
    assertThat(west.contact(ANN)).isEqualTo(Contact.Here.HERE);
  }

  @Test
  @Tag("ME3")
  void whoever_comes_later_finds_who_is_connected_elsewhere() {
    annIsEastAndBobIsWest();
    var north = new Server("north");

    time.advance(Duration.ofSeconds(100));
    north.turn();

    assertThat(north.contact(ANN)).isEqualTo(Contact.Here.HERE);
    assertThat(north.contact(BOB)).isEqualTo(Contact.Here.HERE);
  }

  @Test
  @Tag("ME3")
  void when_a_server_dies_its_people_are_lost_3_seconds_later() {
    annIsEastAndBobIsWest();

    bus.kill("east", VirtualTime.START);
    west.turn();
    time.advance(Duration.ofMillis(2_999));
    west.turn();
    var before = west.contact(ANN);
    time.advance(Duration.ofMillis(1));
    west.turn();

    assertThat(before).isEqualTo(Contact.Here.HERE);
    assertThat(events(bob.received())).containsExactly(new Event.Lost(ANN));
  }

  @Test
  @Tag("ME3")
  void what_a_dead_server_said_before_is_not_believed_after_its_death() {
    annIsEastAndBobIsWest();
    time.advance(Duration.ofSeconds(1));
    east.turn(new Letter.Report(ann.connection(), READY));
    var late = List.copyOf(west.heard);
    west.turn();
    bus.kill("east", VirtualTime.START);
    west.turn();

    west.heard.addAll(late);
    west.turn();
    time.advance(Duration.ofSeconds(3));
    west.turn();

    assertThat(west.contact(ANN)).isInstanceOf(Contact.Lost.class);
  }

  @Test
  @Tag("ME3")
  void whoever_came_in_at_a_server_that_died_before_it_could_say_so_is_lost_as_well() {
    annIsEastAndBobIsWest();
    var cem = new FakeConnection("cem");
    east.turn(cem.enter());
    west.heard.removeIf(news -> !(news instanceof News.Said(BusMessage.Advanced _)));

    west.turn();
    time.advance(Duration.ofSeconds(3));
    west.turn();

    assertThat(west.contact(new MemberId("cem"))).isInstanceOf(Contact.Lost.class);
  }

  @Test
  @Tag("ME3")
  void two_servers_of_which_one_knows_nothing_of_the_other_do_not_argue_without_end() {
    annIsEastAndBobIsWest();
    west.heard.add(new News.Died("east"));
    west.turn();
    long before = west.room.state().revision();

    for (int i = 0; i < 40; i++) {
      pass(Duration.ofMillis(250));
    }

    assertThat(west.room.state().revision() - before).isLessThanOrEqualTo(8);
    assertThat(west.contact(ANN)).isEqualTo(Contact.Here.HERE);
  }

  @Test
  @Tag("EN3")
  void a_newer_connection_to_the_other_server_takes_the_place_of_the_older() {
    annIsEastAndBobIsWest();
    time.advance(Duration.ofSeconds(1));
    var newer = new FakeConnection("ann");

    west.turn(newer.enter());
    east.turn();
    pass(Duration.ofSeconds(100));

    assertThat(ann.closeCode()).isEqualTo(CloseCode.REPLACED.number());
    assertThat(newer.closeCode()).isEqualTo(-1);
    assertThat(east.contact(ANN)).isEqualTo(Contact.Here.HERE);
  }

  @Test
  @Tag("ME1")
  void whoever_another_server_takes_for_lost_comes_in_again() {
    annIsEastAndBobIsWest();
    bus.kill("east", VirtualTime.START);
    west.turn();
    time.advance(Duration.ofSeconds(3));
    west.turn();
    east.heard.add(new News.Reached(west.room.state().revision()));

    east.turn();

    assertThat(events(ann.received()))
        .containsExactly(new Event.Lost(ANN), new Event.Returned(ANN));
  }
}
