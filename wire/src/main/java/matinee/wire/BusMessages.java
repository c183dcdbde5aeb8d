package matinee.wire;

import java.util.List;
import java.util.Optional;
import matinee.room.MemberId;

/// The text of a [BusMessage], and back.
public final class BusMessages {

  private BusMessages() {}

  /// The text of `message`; instants are kept to the millisecond.
  public static String encode(BusMessage message) {
    var json = new JsonWriter();
    switch (message) {
      case BusMessage.Advanced(var epoch, var events) -> {
        json.open("advanced").field("epoch", epoch).openList("events");
        events.forEach(event -> EventJson.write(json, event));
        json.closeList();
      }
      case BusMessage.Seats(var node, long number, var taken) -> {
        json.open("seats").field("node", node).field("number", number);
        write(json, taken);
      }
      case BusMessage.SeatChanges(var node, long number, var taken, var vacated) -> {
        json.open("seatChanges").field("node", node).field("number", number);
        write(json, taken);
        json.openList("vacated");
        vacated.forEach(member -> json.open().field("member", member.value()).close());
        json.closeList();
      }
      case BusMessage.SeatsWanted(var node) -> json.open("seatsWanted").field("node", node);
    }
    return json.close().text();
  }

  private static void write(JsonWriter json, List<Seat> taken) {
    json.openList("taken");
    for (var seat : taken) {
      json.open().field("member", seat.member().value()).field("sinceMs", seat.since());
      seat.vitals().ifPresent(vitals -> VitalsJson.write(json, vitals));
      json.close();
    }
    json.closeList();
  }

  /// The message that `text` is. Never throws.
  public static Decoded<BusMessage> decode(String text) {
    return Fields.decode(text, BusMessages::read);
  }

  private static BusMessage read(Fields fields) {
    return switch (fields.text("type")) {
      case "advanced" ->
          new BusMessage.Advanced(fields.epoch("epoch"), fields.list("events", EventJson::read));
      case "seats" ->
          new BusMessage.Seats(
              fields.text("node"), fields.count("number"), fields.list("taken", BusMessages::seat));
      case "seatChanges" ->
          new BusMessage.SeatChanges(
              fields.text("node"),
              fields.count("number"),
              fields.list("taken", BusMessages::seat),
              fields.list("vacated", BusMessages::vacated));
      case "seatsWanted" -> new BusMessage.SeatsWanted(fields.text("node"));
      default -> throw fields.fault("type", "is not known");
    };
  }

  private static Seat seat(Fields fields) {
    return new Seat(
        fields.member("member"),
        fields.time("sinceMs"),
        fields.has("condition") ? Optional.of(VitalsJson.read(fields)) : Optional.empty());
  }

  private static MemberId vacated(Fields fields) {
    return fields.member("member");
  }
}
