package matinee.wire;

import matinee.room.GatePolicy;

/// The JSON of a gate: for whom the room waits.
final class GateJson {

  private GateJson() {}

  static GatePolicy read(Fields fields) {
    return switch (fields.text("type")) {
      case "everyone" -> GatePolicy.Everyone.EVERYONE;
      case "host" -> GatePolicy.Host.HOST;
      case "quorum" -> readQuorum(fields);
      case "noOne" -> GatePolicy.NoOne.NO_ONE;
      default -> throw fields.fault("type", "must be everyone, host, quorum or noOne");
    };
  }

  private static GatePolicy readQuorum(Fields fields) {
    long percent = fields.count("percent");
    if (!GatePolicy.Quorum.isAllowed(percent)) {
      throw fields.fault("percent", "must be 1 to 99");
    }
    return new GatePolicy.Quorum((int) percent);
  }

  /// Writes the field `gate`.
  static void write(JsonWriter json, GatePolicy gate) {
    json.name("gate");
    switch (gate) {
      case GatePolicy.Everyone _ -> json.open("everyone");
      case GatePolicy.Host _ -> json.open("host");
      case GatePolicy.Quorum(int percent) -> json.open("quorum").field("percent", percent);
      case GatePolicy.NoOne _ -> json.open("noOne");
    }
    json.close();
  }
}
