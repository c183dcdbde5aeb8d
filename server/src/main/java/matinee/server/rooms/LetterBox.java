package matinee.server.rooms;

import matinee.server.journal.RoomId;

/// Takes letters to rooms. Safe for use by any thread.
public interface LetterBox {

  /// Gives `letter` to the room `id`, which is taken into memory if it is not. Returns whether it
  /// will be read: it will not when too many wait, or when the server stops. Never blocks.
  boolean post(RoomId id, Letter letter);
}
