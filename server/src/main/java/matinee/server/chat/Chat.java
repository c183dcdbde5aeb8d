package matinee.server.chat;

import matinee.server.journal.RoomId;
import matinee.server.rooms.ChatPage;
import matinee.server.rooms.Rooms;

/// Reads back what was said and done in rooms. Blocks on the journal. Safe for use by any thread.
public final class Chat {
  public static final int MAX_PAGE = 100;

  private final Rooms rooms;

  public Chat(Rooms rooms) {
    this.rooms = rooms;
  }

  /// The last `limit` events (1 to [#MAX_PAGE]) of `room` before revision `before`.
  public ChatPage page(RoomId room, long before, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_PAGE);
    }
    return rooms.chat(room, before, limit);
  }
}
