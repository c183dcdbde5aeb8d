package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.server.bus.Bus;
import matinee.server.bus.RoomBus;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import matinee.server.trace.LineTracing;
import matinee.wire.TraceLine;
import org.junit.jupiter.api.Test;

/// What a room at work tells of itself.
final class TracedRoomTest {
  private static final Media FILM =
      new Media(new MediaRef.Address("https://example.org/a.mp4"), "A", new Length.Known(60_000));
  private static final MemberId ANN = new MemberId("ann");

  private final VirtualTime time = new VirtualTime();
  private final MemoryJournal journal = new MemoryJournal();
  private final History history =
      journal.create(RoomId.random(new Random(1)), "epoch", VirtualTime.START);
  private final FakeConnection ann = new FakeConnection("ann");
  private final List<TraceLine> lines = new ArrayList<>();
  private boolean isFull;

  private Room room(MemoryJournal on) {
    var around =
        new Surroundings(
            on,
            time.from(VirtualTime.START),
            ByteBufAllocator.DEFAULT,
            new UnmeteredRooms(),
            Decider::decide,
            new LineTracing(this::take),
            Bus.ALONE);
    return new Room(history, Restored.from(on, history), around, RoomBus.ALONE);
  }

  private boolean take(Supplier<List<TraceLine>> made) {
    if (!isFull) {
      lines.addAll(made.get());
    }
    return !isFull;
  }

  private TraceLine line(long number, TraceLine.Deed deed) {
    return new TraceLine.OfRoom(history.id().value(), "epoch", number, deed);
  }

  private TraceLine.Decided decided(int at) {
    return (TraceLine.Decided) ((TraceLine.OfRoom) lines.get(at)).deed();
  }

  @Test
  void every_decision_is_a_line_with_the_room_after_it() {
    var room = room(journal);

    room.turn(List.of(ann.enter(), ann.ask("a-1", 1, new Wish.Load(FILM))));
    room.turn(List.of(ann.ask("a-2", 2, new Wish.Seek(70_000))));

    assertThat(lines.getFirst()).isEqualTo(line(0, new TraceLine.Loaded(RoomState.NEW)));
    assertThat(lines).hasSize(4);
    assertThat(decided(1).command()).isEqualTo(new Command.Enter(ANN, "Name of ann"));
    assertThat(decided(1).after().revision()).isEqualTo(1);
    assertThat(decided(2).after().revision()).isEqualTo(2);
    assertThat(decided(3).decision()).isInstanceOf(Decision.Rejected.class);
    assertThat(decided(3).after()).isEqualTo(room.state());
    ann.received();
  }

  @Test
  void what_there_was_no_place_for_is_a_gap() {
    var room = room(journal);
    room.turn(List.of(ann.enter()));

    isFull = true;
    room.turn(List.of(ann.ask("a-1", 1, new Wish.Load(FILM)), ann.ask("a-2", 1, new Wish.Pause())));
    var before = room.state();
    isFull = false;
    room.turn(List.of(ann.ask("a-3", 2, new Wish.Say("hello"))));

    assertThat(lines).hasSize(4);
    assertThat(lines.get(2)).isEqualTo(line(3, new TraceLine.Gap(2, before)));
    assertThat(lines.get(3)).isEqualTo(line(4, decided(3)));
    ann.received();
  }

  @Test
  void what_the_journal_may_or_may_not_have_is_told_of_as_that() {
    var failing =
        new MemoryJournal() {
          @Override
          public Appended append(History to, long expected, List<Entry> entries) {
            throw new IllegalStateException("the disk is gone");
          }
        };
    failing.create(history.id(), "epoch", VirtualTime.START);
    var room = room(failing);

    assertThatThrownBy(() -> room.turn(List.of(ann.enter()))).hasMessageContaining("disk");

    assertThat(lines).hasSize(2);
    assertThat(lines.getLast()).isEqualTo(line(1, new TraceLine.Failed()));
    ann.received();
  }
}
