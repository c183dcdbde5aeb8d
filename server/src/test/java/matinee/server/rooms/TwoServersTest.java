package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import matinee.room.CommandId;
import matinee.room.Contact;
import matinee.room.Decider;
import matinee.room.Event;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.Stage;
import matinee.room.Timeline;
import matinee.room.Wish;
import matinee.server.bus.News;
import matinee.server.fanout.CloseCode;
import matinee.server.journal.History;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import matinee.wire.BusMessage;
import matinee.wire.Condition;
import matinee.wire.Measured;
import matinee.wire.MemberPresence;
import matinee.wire.ServerMessage;
import matinee.wire.Vitals;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One room kept by two servers at once, on virtual time: whoever is connected to either is in the
/// same room.
final class TwoServersTest {
  private static final Media FILM =
      new Media(new MediaRef.Address("https://example.org/a.mp4"), "A", new Length.Known(60_000));
  private static final MemberId ANN = new MemberId("ann");
  private static final MemberId BOB = new MemberId("bob");
  private static final Vitals READY =
      new Vitals(Condition.READY, new Measured.Ms(800), Measured.Not.NOT, Measured.Not.NOT);

  private final VirtualTime time = new VirtualTime();
  private final RoomTime roomTime = time.from(VirtualTime.START);
  private final MemoryJournal journal = new MemoryJournal();
  private final History history =
      journal.create(RoomId.random(new Random(1)), "epoch", VirtualTime.START);
  private final FakeBus bus = new FakeBus();
  private final FakeConnection ann = new FakeConnection("ann");
  private final FakeConnection bob = new FakeConnection("bob");

  /// A server that keeps the room. What others tell it waits for its next turn.
  private final class Server {
    private final List<News> heard = new ArrayList<>();
    private final Room room;

    Server(String name) {
      var around =
          new Surroundings(
              journal,
              roomTime,
              ByteBufAllocator.DEFAULT,
              new UnmeteredRooms(),
              Decider::decide,
              Tracing.OFF,
              bus.of(name));
      room = Room.open(history, around, Optional.empty(), heard::add);
    }

    void turn(Letter... letters) {
      var all = new ArrayList<Letter>();
      heard.forEach(news -> all.add(new Letter.Heard(news)));
      heard.clear();
      all.addAll(Arrays.asList(letters));
      room.turn(all);
    }

    Contact contact(MemberId member) {
      return room.state().member(member).map(Member::contact).orElseThrow();
    }
  }

  private final Server east = new Server("east");
  private final Server west = new Server("west");

  private void annIsEastAndBobIsWest() {
    east.turn(ann.enter());
    west.turn(bob.enter());
    east.turn();
    west.turn();
    ann.received();
    bob.received();
  }

  private void pass(Duration by) {
    time.advance(by);
    east.turn();
    west.turn();
    east.turn();
  }

  private static List<Event> events(List<ServerMessage> messages) {
    return messages.stream()
        .filter(ServerMessage.Happened.class::isInstance)
        .map(it -> ((ServerMessage.Happened) it).recorded().event())
        .toList();
  }

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

  private void play() {
    east.turn(ann.ask("load", east.room.state().revision(), new Wish.Load(FILM)));
    west.turn();
    var length = new Length.Known(60_000);
    west.turn(bob.ask("b", west.room.state().revision(), new Wish.ReportReady(length)));
    east.turn(ann.ask("a", east.room.state().revision(), new Wish.ReportReady(length)));
    east.turn(ann.ask("play", east.room.state().revision(), new Wish.Play()));
    west.turn();
  }

  private static Playback playback(Server server) {
    return ((Stage.Loaded) server.room.state().stage()).playback();
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
