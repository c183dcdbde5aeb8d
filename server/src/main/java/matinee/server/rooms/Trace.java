package matinee.server.rooms;

import java.util.List;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.RoomState;

/// Is told what one room does, in the order in which it does it, and only what is in the journal.
/// Belongs to the room's thread; must be quick and must not throw.
public interface Trace {

  /// Listens to nothing.
  Trace NONE =
      new Trace() {
        @Override
        public void decided(
            RoomState before,
            List<Command> commands,
            Moment moment,
            List<Decision> decisions,
            RoomState after) {}

        @Override
        public void takenOver(RoomState before, List<Recorded> events, RoomState after) {}

        @Override
        public void failed(RoomState before) {}
      };

  /// At `moment` the room, which was `before`, decided `commands` one after the other, and is
  /// `after`; `decisions` stand in their order.
  void decided(
      RoomState before,
      List<Command> commands,
      Moment moment,
      List<Decision> decisions,
      RoomState after);

  /// Somebody else had appended `events` to what the room was `before`; it is `after` now.
  void takenOver(RoomState before, List<Recorded> events, RoomState after);

  /// The journal failed when the room, which was `before`, appended to it: nobody knows whether it
  /// did, and the room has to be read anew.
  void failed(RoomState before);
}
