package matinee.wire;

import matinee.room.RegionName;
import matinee.room.Whereabouts;

/// The JSON of regions by their names, and of where a room lives: the field `movedTo`, left out
/// while it lives here, and `closed` once it lives nowhere (AC7).
final class RegionJson {
  private static final String MOVED_TO = "movedTo";
  private static final String CLOSED = "closed";

  private RegionJson() {}

  static RegionName read(Fields fields, String name) {
    var text = fields.text(name);
    return fields.built(name, () -> new RegionName(text));
  }

  static Whereabouts readWhereabouts(Fields fields) {
    if (fields.flagIfAny(CLOSED)) {
      return Whereabouts.Closed.CLOSED;
    }
    return fields.has(MOVED_TO)
        ? new Whereabouts.MovedTo(read(fields, MOVED_TO))
        : Whereabouts.Here.HERE;
  }

  static void write(JsonWriter json, Whereabouts whereabouts) {
    switch (whereabouts) {
      case Whereabouts.Here _ -> {}
      case Whereabouts.MovedTo(var to) -> json.field(MOVED_TO, to.value());
      case Whereabouts.Closed _ -> json.field(CLOSED, true);
    }
  }
}
