package matinee.wire;

import matinee.room.CommandId;

/// The text of a [ClientMessage], and back.
public final class ClientMessages {

  private ClientMessages() {}

  /// The canonical text of `message`.
  public static String encode(ClientMessage message) {
    var json = new JsonWriter();
    switch (message) {
      case ClientMessage.Enter(var resume) -> writeEnter(json, resume);
      case ClientMessage.Heartbeat(double t0, var vitals) -> {
        json.open("heartbeat").field("t0", t0);
        VitalsJson.write(json, vitals);
      }
      case ClientMessage.Leave _ -> json.open("leave");
      case ClientMessage.Signalled(var signal) -> SignalJson.write(json.open("signal"), signal);
      case ClientMessage.Request(var id, long seen, boolean again, var wish) -> {
        json.open(WishJson.type(wish)).field("id", id.value()).field("seen", seen);
        if (again) {
          json.field("again", true);
        }
        WishJson.write(json, wish);
      }
    }
    return json.close().text();
  }

  private static void writeEnter(JsonWriter json, Resume resume) {
    json.open("enter");
    switch (resume) {
      case Resume.Fresh _ -> {}
      case Resume.From(var epoch, long revision) ->
          json.name("resume").open().field("epoch", epoch).field("revision", revision).close();
    }
  }

  /// The message that `text` is. Never throws.
  public static Decoded<ClientMessage> decode(String text) {
    return Fields.decode(text, ClientMessages::read);
  }

  private static ClientMessage read(Fields fields) {
    var type = fields.text("type");
    return switch (type) {
      case "enter" -> new ClientMessage.Enter(readResume(fields));
      case "heartbeat" -> readHeartbeat(fields);
      case "leave" -> new ClientMessage.Leave();
      case "signal" -> new ClientMessage.Signalled(SignalJson.read(fields));
      default -> {
        var wish = WishJson.read(type, fields);
        yield new ClientMessage.Request(
            readId(fields), fields.count("seen"), fields.flagIfAny("again"), wish);
      }
    };
  }

  private static CommandId readId(Fields fields) {
    var id = fields.command("id");
    if (id.isPlanned()) {
      throw fields.fault("id", "must not begin with planned-"); // ID7
    }
    return id;
  }

  private static ClientMessage.Heartbeat readHeartbeat(Fields fields) {
    double t0 = fields.number("t0");
    var vitals = VitalsJson.read(fields);
    return fields.built("condition", () -> new ClientMessage.Heartbeat(t0, vitals));
  }

  private static Resume readResume(Fields fields) {
    return fields.has("resume")
        ? fields.object(
            "resume", resume -> new Resume.From(resume.epoch("epoch"), resume.count("revision")))
        : Resume.Fresh.FRESH;
  }
}
