package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import matinee.room.CommandId;
import matinee.room.Contact;
import matinee.room.Event;
import matinee.room.Grace;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Members;
import matinee.room.People;
import matinee.room.Playback;
import matinee.room.Rank;
import matinee.room.Readiness;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Standing;
import matinee.room.Stay;
import matinee.room.Wish;
import matinee.server.bus.RoomBus;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A room at work on virtual time: what it does by itself, and what it does when the journal says
/// no.
final class RoomTest {
  private static final Media FILM =
      new Media(new MediaRef.Address("https://example.org/a.mp4"), "A", new Length.Known(60_000));

  private final VirtualTime time = new VirtualTime();
  private final MemoryJournal journal = new MemoryJournal();
  private final History history =
      journal.create(RoomId.random(new Random(1)), "epoch", VirtualTime.START);
  private final FakeConnection ann = new FakeConnection("ann");
  private final FakeConnection bob = new FakeConnection("bob");

  @AfterEach
  void readWhatIsLeft() {
    ann.received();
    bob.received();
  }

  private Room room() {
    return room(journal);
  }

  private Room room(MemoryJournal on) {
    return room(on, Restored.from(on, history).state());
  }

  private Room room(MemoryJournal on, RoomState state) {
    var around =
        new Surroundings(
            on, time.from(VirtualTime.START), ByteBufAllocator.DEFAULT, new UnmeteredRooms());
    return new Room(history, new Restored(state, 0, new RecentEvents(0)), around, RoomBus.ALONE);
  }

  /// With as many members as there can be.
  private static RoomState full() {
    var members =
        IntStream.range(0, RoomState.CAPACITY)
            .mapToObj(
                i ->
                    new Member(
                        new MemberId("m" + i),
                        "Name",
                        Stay.from(VirtualTime.START),
                        new Rank(Standing.MEMBER, i == 0, false),
                        Readiness.CATCHING_UP,
                        Contact.Here.HERE,
                        Grace.WHOLE))
            .toList();
    return new RoomState(
        0,
        VirtualTime.START,
        Stage.Idle.IDLE,
        RoomState.NEW.settings(),
        new People(Members.of(members), List.of(), true),
        RoomState.NEW.agenda(),
        RoomState.NEW.answered());
  }

  private static List<Event> events(List<ServerMessage> messages) {
    return messages.stream()
        .filter(ServerMessage.Happened.class::isInstance)
        .map(it -> ((ServerMessage.Happened) it).recorded().event())
        .toList();
  }

  private static Contact contact(RoomState state, String member) {
    return state.member(new MemberId(member)).map(Member::contact).orElseThrow();
  }

  private static Playback playback(RoomState state) {
    return ((Stage.Loaded) state.stage()).playback();
  }

  /// Lets `by` pass and does what is due then.
  private void pass(Room room, Duration by) {
    time.advance(by);
    room.turn(List.of());
  }

  @Test
  @Tag("ME3")
  void a_connection_gone_for_3_seconds_makes_its_member_lost() {
    var room = room();
    room.turn(List.of(ann.enter(), bob.enter()));
    ann.received();
    room.turn(List.of(bob.gone()));

    pass(room, Duration.ofMillis(2_999));
    var before = events(ann.received());
    pass(room, Duration.ofMillis(1));

    assertThat(before).isEmpty();
    assertThat(events(ann.received())).containsExactly(new Event.Lost(new MemberId("bob")));
  }

  @Test
  @Tag("ME3")
  void who_is_back_within_3_seconds_was_never_lost() {
    var room = room();
    room.turn(List.of(ann.enter(), bob.enter()));
    room.turn(List.of(bob.gone()));
    ann.received();
    time.advance(Duration.ofMillis(2_999));

    var again = new FakeConnection("bob");
    room.turn(List.of(again.enter()));
    pass(room, Duration.ofSeconds(100));

    assertThat(events(ann.received())).isEmpty();
    assertThat(contact(room.state(), "bob")).isEqualTo(Contact.Here.HERE);
  }

  @Test
  @Tag("ME4")
  void a_member_that_stays_lost_for_60_seconds_gives_up_the_place() {
    var room = room();
    room.turn(List.of(ann.enter(), bob.enter()));
    room.turn(List.of(bob.gone()));
    pass(room, Duration.ofSeconds(3));
    ann.received();

    pass(room, Duration.ofMillis(59_999));
    var before = events(ann.received());
    pass(room, Duration.ofMillis(1));

    assertThat(before).isEmpty();
    assertThat(events(ann.received())).containsExactly(new Event.Left(new MemberId("bob")));
  }

  @Test
  @Tag("ME3")
  void after_a_restart_who_does_not_come_back_is_lost_and_then_leaves() {
    room().turn(List.of(ann.enter(), bob.enter()));
    time.advance(Duration.ofSeconds(30));

    var restarted = room();
    var back = new FakeConnection("ann");
    restarted.turn(List.of(back.enter()));
    pass(restarted, Duration.ofSeconds(3));
    var lost = contact(restarted.state(), "bob");
    pass(restarted, Duration.ofSeconds(60));

    assertThat(lost).isInstanceOf(Contact.Lost.class);
    assertThat(restarted.state().members())
        .extracting(Member::id)
        .containsExactly(new MemberId("ann"));
  }

  @Test
  @Tag("ME4")
  void after_a_restart_who_was_lost_before_has_the_whole_time_to_come_back() {
    var first = room();
    first.turn(List.of(ann.enter(), bob.enter()));
    first.turn(List.of(bob.gone()));
    pass(first, Duration.ofSeconds(50));
    time.advance(Duration.ofSeconds(50));

    var restarted = room();
    pass(restarted, Duration.ofSeconds(59));

    assertThat(contact(restarted.state(), "bob")).isInstanceOf(Contact.Lost.class);
  }

  @Test
  @Tag("GA4")
  void a_wait_ends_by_itself_after_10_seconds() {
    var room = room();
    room.turn(List.of(ann.enter()));
    room.turn(List.of(ann.ask("a-1", 1, new Wish.Load(FILM))));
    room.turn(List.of(ann.ask("a-2", 2, new Wish.Play())));
    var due = room.due();

    pass(room, Duration.ofMillis(9_999));
    var waiting = playback(room.state());
    pass(room, Duration.ofMillis(1));

    assertThat(due).isEqualTo(VirtualTime.START.plusSeconds(10));
    assertThat(waiting).isInstanceOf(Playback.Waiting.class);
    assertThat(playback(room.state())).isInstanceOf(Playback.Playing.class);
  }

  @Test
  @Tag("PB8")
  void a_film_ends_by_itself() {
    var room = room();
    room.turn(List.of(ann.enter()));
    room.turn(List.of(ann.ask("a-1", 1, new Wish.Load(FILM))));
    room.turn(List.of(ann.ask("a-2", 2, new Wish.ReportReady(Length.Unknown.UNKNOWN))));
    room.turn(List.of(ann.ask("a-3", 3, new Wish.Play())));

    time.advance(Duration.between(VirtualTime.START, room.due()));
    room.turn(List.of());

    assertThat(playback(room.state())).isEqualTo(new Playback.Paused(60_000, 1.0));
  }

  @Test
  @Tag("CO4")
  void nobody_is_answered_when_the_journal_fails() {
    var broken =
        new MemoryJournal() {
          private boolean works = true;

          @Override
          public synchronized Appended append(History to, long expected, List<Entry> entries) {
            if (!works) {
              throw new IllegalStateException("disk full");
            }
            return super.append(to, expected, entries);
          }
        };
    broken.create(history.id(), "epoch", VirtualTime.START);
    var room = room(broken);
    room.turn(List.of(ann.enter()));
    ann.received();
    broken.works = false;

    assertThatThrownBy(() -> room.turn(List.of(ann.ask("a-1", 1, new Wish.Say("hello")))))
        .hasMessage("disk full");

    assertThat(ann.received()).isEmpty();
    assertThat(room.state().revision()).isEqualTo(1);
  }

  @Test
  @Tag("OR1")
  void who_loses_the_race_reads_what_is_new_and_decides_again() {
    var one = room();
    var other = room();
    one.turn(List.of(ann.enter()));

    other.turn(List.of(bob.enter()));
    one.turn(List.of(ann.ask("a-1", 1, new Wish.Say("hello"))));

    assertThat(events(ann.received()))
        .containsExactly(
            new Event.Joined(new MemberId("bob"), "Name of bob"), new Event.Said("hello"));
    assertThat(one.state().revision()).isEqualTo(3);
    assertThat(journal.since(history, 0, 10))
        .extracting(Entry::kind)
        .containsExactly("joined", "joined", "said");
  }

  @Test
  @Tag("OR3")
  void a_room_that_is_read_from_its_journal_is_the_room_that_wrote_it() {
    var room = room();
    room.turn(List.of(ann.enter(), bob.enter()));
    for (int i = 0; i < 1_200; i++) {
      time.advance(Duration.ofMillis(50));
      room.turn(List.of(ann.ask("a-" + i, room.state().revision(), new Wish.Say("line " + i))));
      ann.received();
      bob.received();
    }

    var restored = Restored.from(journal, history);

    assertThat(restored.state()).isEqualTo(room.state());
    assertThat(restored.snapshotRevision()).isEqualTo(1_000);
  }

  @Test
  @Tag("EN2")
  void who_has_missed_more_than_500_events_is_given_a_snapshot() {
    var room = room();
    room.turn(List.of(ann.enter()));
    for (int i = 0; i < 501; i++) {
      room.turn(List.of(ann.ask("a-" + i, room.state().revision(), new Wish.Say("line"))));
      ann.received();
    }

    var late = new FakeConnection("bob");
    room.turn(List.of(late.enter(new Resume.From("epoch", 2))));
    var toLate = late.received();
    var later = new FakeConnection("bob");
    room.turn(List.of(later.enter(new Resume.From("epoch", 3))));

    assertThat(toLate.get(1)).isInstanceOf(ServerMessage.Snapshot.class);
    assertThat(events(later.received())).hasSize(500);
  }

  @Test
  @Tag("EN3")
  void of_two_connections_that_enter_in_one_turn_the_newer_stays() {
    var room = room();
    var newer = new FakeConnection("ann");

    room.turn(List.of(ann.enter(), newer.enter()));
    room.turn(List.of(ann.gone()));
    pass(room, Duration.ofSeconds(5));

    assertThat(ann.closeCode()).isEqualTo(4100);
    assertThat(newer.closeCode()).isEqualTo(-1);
    assertThat(contact(room.state(), "ann")).isEqualTo(Contact.Here.HERE);
  }

  @Test
  @Tag("ME6")
  void the_room_full_who_comes_is_closed_with_4102() {
    var room = room(journal, full());

    room.turn(List.of(ann.enter()));

    assertThat(ann.received()).isEmpty();
    assertThat(ann.closeCode()).isEqualTo(4102);
    assertThat(room.state().members()).hasSize(RoomState.CAPACITY);
  }

  @Test
  @Tag("CO1")
  void a_command_that_comes_twice_in_one_turn_happens_once() {
    var room = room();
    room.turn(List.of(ann.enter()));
    ann.received();

    room.turn(
        List.of(
            ann.ask("a-1", 1, new Wish.Say("once")),
            ann.ask("a-1", 1, new Wish.Say("once")),
            ann.ask("a-2", 1, new Wish.Play()),
            ann.ask("a-2", 1, new Wish.Play())));

    var accepted = new ServerMessage.Accepted(new CommandId("a-1"), 2);
    var rejected = new ServerMessage.Rejected(new CommandId("a-2"), "NO_MEDIA");
    assertThat(ann.received())
        .filteredOn(it -> !(it instanceof ServerMessage.Happened))
        .containsExactly(accepted, accepted, rejected, rejected);
    assertThat(room.state().revision()).isEqualTo(2);
  }

  @Test
  void a_room_is_idle_when_nobody_has_been_there_for_30_seconds_and_nobody_is_expected() {
    var room = room();
    room.turn(List.of(ann.enter()));
    time.advance(Duration.ofMinutes(10));
    var occupied = room.isIdle();

    room.turn(List.of(ann.leave()));
    pass(room, Duration.ofMillis(29_999));
    var soon = room.isIdle();
    pass(room, Duration.ofMillis(1));

    assertThat(List.of(occupied, soon, room.isIdle())).containsExactly(false, false, true);
    assertThat(room.due())
        .isEqualTo(VirtualTime.START.plus(Duration.ofMinutes(10)).plusSeconds(30));
  }

  @Test
  void nothing_is_due_in_a_room_where_everyone_is_and_nothing_moves() {
    var room = room();

    room.turn(List.of(ann.enter(), bob.enter()));

    assertThat(room.due()).isEqualTo(Instant.MAX);
    assertThat(room.state().members()).hasSize(2);
  }
}
