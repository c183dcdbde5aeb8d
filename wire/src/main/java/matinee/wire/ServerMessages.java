package matinee.wire;

import java.time.Instant;
import java.util.Optional;

/// The text of a [ServerMessage], and back.
public final class ServerMessages {

  private ServerMessages() {}

  /// The canonical text of `message`.
  public static String encode(ServerMessage message) {
    var json = new JsonWriter();
    switch (message) {
      case ServerMessage.Welcome(var member, var device, var epoch, double roomTimeMs) -> {
        json.open("welcome").field("member", member.value());
        DeviceJson.write(json, device);
        json.field("epoch", epoch).field("roomTimeMs", roomTimeMs).close();
      }
      case ServerMessage.Snapshot(var epoch, var state) -> {
        json.open("snapshot").field("epoch", epoch);
        StateJson.write(json, state);
        json.close();
      }
      case ServerMessage.Happened(var recorded) -> EventJson.write(json, recorded);
      case ServerMessage.Accepted(var id, long revision) ->
          json.open("accepted").field("id", id.value()).field("revision", revision).close();
      case ServerMessage.Rejected(var id, var reason, var until) -> {
        json.open("rejected").field("id", id.value()).field("reason", reason);
        until.ifPresent(at -> json.field("untilMs", at));
        json.close();
      }
      case ServerMessage.Error(var field, var said) ->
          json.open("error").field("field", field).field("message", said).close();
      case ServerMessage.HeartbeatAnswer(double t0, double t1, double t2) ->
          json.open("heartbeat").field("t0", t0).field("t1", t1).field("t2", t2).close();
      case ServerMessage.Crowd crowd -> writeCrowd(json, crowd);
      case ServerMessage.Presence presence -> writePresence(json, presence);
      case ServerMessage.Signals signals -> {
        SignalJson.write(json.open("signals"), signals);
        json.close();
      }
    }
    return json.text();
  }

  private static void writeCrowd(JsonWriter json, ServerMessage.Crowd crowd) {
    json.open("crowd")
        .field("revision", crowd.revision())
        .field("members", crowd.members())
        .field("here", crowd.here())
        .openList("shown");
    crowd.shown().forEach(member -> PeopleJson.writeMember(json, member));
    json.closeList().openList("gone");
    crowd.gone().forEach(member -> json.open().field("member", member.value()).close());
    json.closeList().close();
  }

  private static void writePresence(JsonWriter json, ServerMessage.Presence presence) {
    json.open("presence").openList("members");
    for (var one : presence.members()) {
      json.open().field("member", one.member().value());
      VitalsJson.write(json, one.vitals());
      json.close();
    }
    json.closeList().close();
  }

  /// The message that `text` is. Never throws.
  public static Decoded<ServerMessage> decode(String text) {
    return Fields.decode(text, ServerMessages::read);
  }

  private static ServerMessage read(Fields fields) {
    var type = fields.text("type");
    return switch (type) {
      case "welcome" ->
          new ServerMessage.Welcome(
              fields.member("member"),
              DeviceJson.read(fields),
              fields.epoch("epoch"),
              fields.number("roomTimeMs"));
      case "snapshot" -> new ServerMessage.Snapshot(fields.epoch("epoch"), StateJson.read(fields));
      case "accepted" ->
          new ServerMessage.Accepted(fields.command("id"), fields.revision("revision"));
      case "rejected" -> readRejected(fields);
      case "error" -> new ServerMessage.Error(fields.text("field"), fields.text("message"));
      case "heartbeat" ->
          new ServerMessage.HeartbeatAnswer(
              fields.number("t0"), fields.number("t1"), fields.number("t2"));
      case "crowd" ->
          new ServerMessage.Crowd(
              fields.count("revision"),
              fields.count("members"),
              fields.count("here"),
              fields.list("shown", PeopleJson::readMember),
              fields.list("gone", gone -> gone.member("member")));
      case "signals" -> SignalJson.readAll(fields);
      case "presence" ->
          new ServerMessage.Presence(fields.list("members", ServerMessages::readPresence));
      default -> new ServerMessage.Happened(EventJson.read(type, fields));
    };
  }

  private static ServerMessage.Rejected readRejected(Fields fields) {
    var id = fields.command("id");
    var reason = fields.text("reason");
    Optional<Instant> until =
        fields.has("untilMs") ? Optional.of(fields.time("untilMs")) : Optional.empty();
    return fields.built("reason", () -> new ServerMessage.Rejected(id, reason, until));
  }

  private static MemberPresence readPresence(Fields fields) {
    return new MemberPresence(fields.member("member"), VitalsJson.read(fields));
  }
}
