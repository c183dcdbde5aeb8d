package matinee.wire;

import matinee.room.Recorded;

/// The text of a recorded event, and back: what the journal holds and what every member receives
/// (WI5).
public final class Events {

  private Events() {}

  /// The canonical text of `recorded`; instants are kept to the millisecond.
  public static String encode(Recorded recorded) {
    var json = new JsonWriter();
    EventJson.write(json, recorded);
    return json.text();
  }

  /// The event that `text` is. Never throws.
  public static Decoded<Recorded> decode(String text) {
    return Fields.decode(text, EventJson::read);
  }
}
