package matinee.wire;

import matinee.room.RoomState;

/// The snapshot that a journal keeps: all of a room's state, with its memory of accepted commands.
public final class StoredSnapshots {

  private StoredSnapshots() {}

  /// The text of `state`; instants are kept to the millisecond.
  public static String encode(RoomState state) {
    var json = new JsonWriter();
    StateJson.writeStored(json, state);
    return json.text();
  }

  /// The state that `text` holds. Never throws.
  public static Decoded<RoomState> decode(String text) {
    return Fields.decode(text, StateJson::readWithAnswered);
  }
}
