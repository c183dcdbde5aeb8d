package matinee.server.rooms;

import java.util.List;
import java.util.Optional;
import matinee.room.Media;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.server.journal.RoomId;

/// What the rest of the server may ask of rooms. Every method may block on the journal: never call
/// one on an event loop. Safe for use by any thread.
public interface Rooms {

  /// Makes a room in which nothing is loaded. It is in the journal when this returns.
  RoomId create();

  /// Makes a room in which `media` stands ready to be played. It is in the journal when this
  /// returns.
  RoomId create(Media media);

  /// As [#create(Media)], and the room belongs to `owner`, called `name`, who is not there yet, and
  /// wants `next` after that, as many as a queue takes at most (QU1).
  RoomId create(Media media, List<Media> next, MemberId owner, String name);

  /// Is there a room with this id?
  boolean exists(RoomId room);

  /// What is true of the room now: media, playback, who is here. Empty when there is no such room.
  Optional<RoomState> state(RoomId room);

  /// What is true of the room now, if this server keeps it. Does not block.
  Optional<RoomState> kept(RoomId room);

  /// At most `limit` events before revision `before` that belong in a chat (what was said, who came
  /// and went, what was loaded, played and paused), as they are now. Empty for an unknown room.
  ChatPage chat(RoomId room, long before, int limit);
}
