package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.room.Regards;
import matinee.room.Wish;
import matinee.server.journal.Epochs;
import matinee.server.journal.History;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import matinee.wire.Decoded;
import matinee.wire.Events;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Lines of a room's chat that are changed, as its members and its history are told of it.
final class LinesTest {
  private static final MemberId ANN = new MemberId("ann");
  private static final MemberId BOB = new MemberId("bob");

  private final MemoryJournal journal = new MemoryJournal();
  private final VirtualTime time = new VirtualTime();
  private final FakeConnection ann = new FakeConnection("ann");
  private final FakeConnection bob = new FakeConnection("bob");
  private final History history =
      journal.create(RoomId.random(new Random(1)), Epochs.fresh(new Random(2)), VirtualTime.START);
  private final Room room =
      Room.open(
          history,
          new Surroundings(
              journal,
              time.from(VirtualTime.START),
              ByteBufAllocator.DEFAULT,
              new UnmeteredRooms()),
          Optional.empty(),
          _ -> {});

  /// Ann owns the room, and Bob has said hello, as event 3.
  LinesTest() {
    room.turn(List.of(ann.enter()));
    room.turn(List.of(bob.enter()));
    room.turn(List.of(bob.ask("b-1", 2, new Wish.Say("hello"))));
    ann.received();
    bob.received();
  }

  private void asks(FakeConnection who, String id, Wish wish) {
    room.turn(List.of(who.ask(id, room.state().revision(), wish)));
  }

  private static List<Event> events(List<ServerMessage> received) {
    return received.stream()
        .filter(ServerMessage.Happened.class::isInstance)
        .map(it -> ((ServerMessage.Happened) it).recorded().event())
        .toList();
  }

  /// What the chat's newest page tells.
  private List<Event> told() {
    var page = new ChatReader(journal, history).page(Long.MAX_VALUE, Entries.CHAT, 50);
    var events = new ArrayList<Event>();
    for (var text : page.events()) {
      if (Events.decode(text) instanceof Decoded.Value<Recorded>(var recorded)) {
        events.add(recorded.event());
      }
    }
    return events.stream().filter(event -> !(event instanceof Event.Joined)).toList();
  }

  @Test
  @Tag("CH3")
  @Tag("CH8")
  void what_was_edited_is_told_as_it_reads_now() {
    asks(bob, "b-2", new Wish.Edit(3, "good evening"));
    asks(bob, "b-3", new Wish.Edit(3, "good night"));

    assertThat(events(ann.received()))
        .containsExactly(
            new Event.LineEdited(3, "good evening"), new Event.LineEdited(3, "good night"));
    assertThat(told())
        .containsExactly(new Event.Said("good night"), new Event.LineEdited(3, "good night"));
  }

  @Test
  @Tag("CH3")
  @Tag("CH8")
  void who_reads_later_is_told_whom_a_line_mentions_now() {
    var regards = Regards.mentioning(List.of(ANN));
    asks(bob, "b-2", new Wish.Say("hello Ann", regards));
    asks(bob, "b-3", new Wish.Edit(4, "hello both", List.of(ANN, BOB)));
    asks(bob, "b-4", new Wish.Say("hello Ann", regards));
    asks(bob, "b-5", new Wish.Edit(6, "hello all"));

    assertThat(told())
        .contains(
            new Event.Said("hello both", Regards.mentioning(List.of(ANN, BOB))),
            new Event.Said("hello all"));
  }

  @Test
  @Tag("CH4")
  @Tag("CH8")
  void what_was_removed_is_told_of_by_whom_and_no_more() {
    asks(bob, "b-2", new Wish.React(3, "👍", true));
    asks(ann, "a-1", new Wish.RemoveLine(3));

    assertThat(events(bob.received())).contains(new Event.LineRemoved(3, BOB));
    assertThat(told()).containsExactly(new Event.LineRemoved(3, BOB));
  }

  @Test
  @Tag("CH8")
  void a_page_whose_lines_were_all_removed_still_says_where_the_one_before_it_ends() {
    asks(ann, "a-1", new Wish.RemoveLine(3));

    var page = new ChatReader(journal, history).page(4, Entries.CHAT, 1);

    assertThat(page.first()).isEqualTo(OptionalLong.of(3));
    assertThat(page.more()).isTrue();
  }

  @Test
  @Tag("CH8")
  void who_comes_back_over_a_removal_is_not_told_what_was_removed() {
    asks(ann, "a-1", new Wish.RemoveLine(3));
    var again = new FakeConnection("bob");

    room.turn(List.of(again.enter(new Resume.From(history.epoch(), 2))));

    assertThat(again.received()).noneMatch(ServerMessage.Happened.class::isInstance);
  }

  @Test
  @Tag("CH6")
  @Tag("CH8")
  void of_reactions_those_are_told_that_were_not_taken_back() {
    asks(ann, "a-1", new Wish.React(3, "👍", true));
    asks(bob, "b-2", new Wish.React(3, "👍", true));
    asks(ann, "a-2", new Wish.React(3, "👍", false));
    asks(ann, "a-3", new Wish.React(3, "🎬", true));

    assertThat(told())
        .containsExactly(
            new Event.Said("hello"),
            new Event.Reacted(3, "👍", true),
            new Event.Reacted(3, "🎬", true));
  }

  @Test
  @Tag("CH3")
  void what_was_decided_in_the_same_turn_counts() {
    room.turn(
        List.of(
            ann.ask("a-1", 3, new Wish.Say("mine")),
            ann.ask("a-2", 3, new Wish.Edit(4, "mine, too")),
            ann.ask("a-3", 3, new Wish.RemoveLine(4)),
            ann.ask("a-4", 3, new Wish.React(4, "👍", true))));

    var received = ann.received();
    assertThat(events(received))
        .containsExactly(
            new Event.Said("mine"),
            new Event.LineEdited(4, "mine, too"),
            new Event.LineRemoved(4, ANN));
    assertThat(received)
        .contains(new ServerMessage.Rejected(new CommandId("a-4"), Reason.NO_SUCH_LINE));
  }

  @Test
  @Tag("CH5")
  void an_answer_is_to_a_line_of_this_room_and_to_nothing_else() {
    asks(ann, "a-1", answer(3));
    asks(ann, "a-2", answer(2));
    asks(ann, "a-3", answer(99));

    var received = ann.received();
    assertThat(events(received)).hasSize(1);
    assertThat(received)
        .contains(
            new ServerMessage.Rejected(new CommandId("a-2"), Reason.NO_SUCH_LINE),
            new ServerMessage.Rejected(new CommandId("a-3"), Reason.NO_SUCH_LINE));
  }

  @Test
  @Tag("CH7")
  void a_line_that_was_changed_200_times_can_still_be_removed() {
    for (int i = 0; i < 200; i++) {
      time.advance(Duration.ofMillis(100));
      asks(bob, "e-" + i, new Wish.Edit(3, "edit " + i));
    }
    bob.received();

    asks(bob, "late", new Wish.Edit(3, "once more"));
    asks(bob, "gone", new Wish.RemoveLine(3));

    var received = bob.received();
    assertThat(received)
        .contains(new ServerMessage.Rejected(new CommandId("late"), Reason.LINE_FULL));
    assertThat(events(received)).containsExactly(new Event.LineRemoved(3, BOB));
  }

  private static Wish answer(long line) {
    return new Wish.Say("yes", new Regards(OptionalLong.of(line), List.of(), OptionalLong.empty()));
  }
}
