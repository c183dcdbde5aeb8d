package matinee.wire;

import matinee.room.Control;
import matinee.room.ControlPolicy;

/// The JSON of a control: who may work the film. `queue` is left out where it is as `load`: so were
/// rooms kept before there was a queue.
final class ControlJson {
  private static final ControlPolicy[] POLICIES = ControlPolicy.values();

  private ControlJson() {}

  static Control read(Fields fields) {
    var load = fields.oneOf("load", POLICIES);
    return new Control(
        load,
        fields.oneOf("playPause", POLICIES),
        fields.oneOf("seek", POLICIES),
        fields.oneOf("speed", POLICIES),
        fields.has("queue") ? fields.oneOf("queue", POLICIES) : load);
  }

  /// Writes the field `control`.
  static void write(JsonWriter json, Control control) {
    json.name("control")
        .open()
        .field("load", control.load().name())
        .field("playPause", control.playPause().name())
        .field("seek", control.seek().name())
        .field("speed", control.speed().name());
    if (control.queue() != control.load()) {
      json.field("queue", control.queue().name());
    }
    json.close();
  }
}
