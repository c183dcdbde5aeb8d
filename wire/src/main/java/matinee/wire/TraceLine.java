package matinee.wire;

import java.util.List;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.RoomState;

/// A line of a trace: what a running server says that it did, for the specification to judge.
///
/// A line is written when what it tells is in the journal, and not before; between the two the
/// process may be killed, and then the line is missing. So a trace is never more than what
/// happened, but its end may be less: the [Loaded] line of the next process shows how far the
/// history really came.
public sealed interface TraceLine {

  /// What the room `room`, whose history is called `epoch`, did. `number` counts the room's lines
  /// from the last [Loaded] on, which has 0: one that is not there shows.
  record OfRoom(String room, String epoch, long number, Deed deed) implements TraceLine {}

  /// The process stopped in order: before this nothing is missing but the `lost` lines for which
  /// there was no place in its queue.
  record Ended(long lost) implements TraceLine {}

  /// What a room did.
  sealed interface Deed {}

  /// It was taken into memory, and is this by snapshot and journal.
  record Loaded(RoomState state) implements Deed {}

  /// It decided `command` at `moment`; `after` is what is true now.
  record Decided(Command command, Moment moment, Decision decision, RoomState after)
      implements Deed {}

  /// It found that somebody else had appended `events` to the journal.
  record TakenOver(List<Recorded> events, RoomState after) implements Deed {
    public TakenOver {
      events = List.copyOf(events);
    }
  }

  /// It could not be kept and has to be read from the journal anew. What it was about to do may be
  /// there or not.
  record Failed() implements Deed {}

  /// Nobody knows from here what the last `lines` lines told: there was no place for them. `state`
  /// is what was true after them.
  record Gap(long lines, RoomState state) implements Deed {}
}
