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
      case BusMessage.Seats(var node, long number, var taken, var companions) -> {
        json.open("seats").field("node", node).field("number", number);
        write(json, taken);
        writeCompanions(json, companions);
      }
      case BusMessage.SeatChanges changes -> {
        json.open("seatChanges").field("node", changes.node()).field("number", changes.number());
        write(json, changes.taken());
        json.openList("vacated");
        changes.vacated().forEach(gone -> json.open().field("member", gone.value()).close());
        json.closeList();
        writeCompanions(json, changes.companions());
      }
      case BusMessage.Signalled(var signals) -> SignalJson.write(json.open("signals"), signals);
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

  /// Few members have any: the field is left out where there is nothing to tell.
  private static void writeCompanions(JsonWriter json, List<CompanionSeats> companions) {
    if (companions.isEmpty()) {
      return;
    }
    json.openList("companions");
    for (var of : companions) {
      json.open().field("member", of.member().value()).openList("connected");
      of.connected()
          .forEach(one -> json.open().field("id", one.id()).field("sinceMs", one.since()).close());
      json.closeList().close();
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
              fields.text("node"),
              fields.count("number"),
              fields.list("taken", BusMessages::seat),
              companions(fields));
      case "seatChanges" ->
          new BusMessage.SeatChanges(
              fields.text("node"),
              fields.count("number"),
              fields.list("taken", BusMessages::seat),
              fields.list("vacated", BusMessages::vacated),
              companions(fields));
      case "signals" -> new BusMessage.Signalled(SignalJson.readAll(fields));
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

  private static List<CompanionSeats> companions(Fields fields) {
    return fields.has("companions") ? fields.list("companions", BusMessages::ofMember) : List.of();
  }

  private static CompanionSeats ofMember(Fields fields) {
    return new CompanionSeats(
        fields.member("member"), fields.list("connected", BusMessages::companion));
  }

  private static CompanionSeats.One companion(Fields fields) {
    return new CompanionSeats.One(fields.text("id"), fields.time("sinceMs"));
  }

  private static MemberId vacated(Fields fields) {
    return fields.member("member");
  }
}
