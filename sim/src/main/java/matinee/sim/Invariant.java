package matinee.sim;

import java.util.List;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.wire.ServerMessage;

/// Something that holds whatever happens; throws a [Violation] with [#broken] when it does not.
interface Invariant {

  /// Events have reached the file, all together.
  default void written(World world, List<Recorded> events) {}

  /// A room on the server has taken a turn.
  default void turned(World world, RoomState state) {}

  /// The server sends `text` to somebody who came as `member`.
  default void sent(World world, MemberId member, String text) {}

  /// A page has made a command.
  default void made(World world, Ledger.Made made) {}

  /// A page has applied `message` to its copy, which was at `revision` of `epoch` before.
  default void applied(
      World world, Page page, ServerMessage message, String epoch, long revision) {}

  /// Half a second has passed.
  default void look(World world) {}

  /// All trouble is over.
  default void healed(World world) {}

  /// The run is over.
  default void conclude(World world) {}

  /// Throws.
  default Violation broken(String what) {
    return new Violation(getClass().getSimpleName(), what);
  }
}
