package matinee.server.bus;

import java.util.function.Consumer;
import matinee.server.journal.History;

/// Joins the rooms that this server keeps with the same rooms on other servers. Safe for use by any
/// thread.
public interface Bus {

  /// There are no other servers.
  Bus ALONE = (_, _) -> RoomBus.ALONE;

  /// From now on, until [RoomBus#leave], what is new of this room is given to `heard`, from any
  /// thread; `heard` must be quick. To be called before the room is read from the journal, so that
  /// nothing falls between. Blocks on the database.
  RoomBus join(History history, Consumer<News> heard);
}
