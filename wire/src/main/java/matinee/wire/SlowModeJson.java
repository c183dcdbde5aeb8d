package matinee.wire;

import matinee.room.SlowMode;

/// The JSON of a slow mode: the field `slowSeconds`, left out where nobody has set it.
final class SlowModeJson {

  private SlowModeJson() {}

  static SlowMode read(Fields fields) {
    if (!fields.has("slowSeconds")) {
      return SlowMode.AsUsual.AS_USUAL;
    }
    long seconds = fields.count("slowSeconds");
    return fields.built("slowSeconds", () -> new SlowMode.Every(Math.toIntExact(seconds)));
  }

  static void write(JsonWriter json, SlowMode slow) {
    switch (slow) {
      case SlowMode.AsUsual _ -> {}
      case SlowMode.Every(int seconds) -> json.field("slowSeconds", (long) seconds);
    }
  }
}
