package matinee.wire;

import matinee.room.Control;
import matinee.room.ControlPolicy;

/// The JSON of a control: who may work the film.
final class ControlJson {
  private static final ControlPolicy[] POLICIES = ControlPolicy.values();

  private ControlJson() {}

  static Control read(Fields fields) {
    return new Control(
        fields.oneOf("load", POLICIES),
        fields.oneOf("playPause", POLICIES),
        fields.oneOf("seek", POLICIES),
        fields.oneOf("speed", POLICIES));
  }

  /// Writes the field `control`.
  static void write(JsonWriter json, Control control) {
    json.name("control")
        .open()
        .field("load", control.load().name())
        .field("playPause", control.playPause().name())
        .field("seek", control.seek().name())
        .field("speed", control.speed().name())
        .close();
  }
}
