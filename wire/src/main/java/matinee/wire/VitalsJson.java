package matinee.wire;

/// The JSON of vitals: fields among those of the message that carries them.
final class VitalsJson {
  private static final Condition[] CONDITIONS = Condition.values();

  private VitalsJson() {}

  static Vitals read(Fields fields) {
    return new Vitals(
        fields.oneOf("condition", CONDITIONS),
        readFigure(fields, "roundTripMs"),
        readFigure(fields, "syncErrorMs"),
        readFigure(fields, "bufferedMs"));
  }

  private static Measured readFigure(Fields fields, String name) {
    return fields.has(name) ? new Measured.Ms(fields.number(name)) : Measured.Not.NOT;
  }

  static void write(JsonWriter json, Vitals vitals) {
    json.field("condition", vitals.condition().name());
    writeFigure(json, "roundTripMs", vitals.roundTripMs());
    writeFigure(json, "syncErrorMs", vitals.syncErrorMs());
    writeFigure(json, "bufferedMs", vitals.bufferedMs());
  }

  private static void writeFigure(JsonWriter json, String name, Measured figure) {
    switch (figure) {
      case Measured.Ms(double ms) -> json.field(name, ms);
      case Measured.Not _ -> {}
    }
  }
}
