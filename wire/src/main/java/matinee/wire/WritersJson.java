package matinee.wire;

import matinee.room.Writers;

/// The JSON of who writes in a chat: the field `writers`. A state leaves it out where it is as in a
/// new room.
final class WritersJson {
  private static final Writers[] WRITERS = Writers.values();

  private WritersJson() {}

  static Writers read(Fields fields) {
    return fields.oneOf("writers", WRITERS);
  }

  static Writers readIfAny(Fields fields) {
    return fields.has("writers") ? read(fields) : Writers.EVERYBODY;
  }

  static void write(JsonWriter json, Writers writers) {
    json.field("writers", writers.name());
  }

  static void writeIfAny(JsonWriter json, Writers writers) {
    if (writers != Writers.EVERYBODY) {
      write(json, writers);
    }
  }
}
