package matinee.server.rooms;

import matinee.room.RoomState;
import matinee.server.journal.History;

/// Who is told what rooms do. Safe for use by any thread.
@FunctionalInterface
public interface Tracing {

  /// Nobody is, and it costs nothing.
  Tracing OFF = (_, _) -> Trace.NONE;

  /// Who is told what the room with this history does, which has just been taken into memory and is
  /// `loaded`.
  Trace of(History history, RoomState loaded);
}
