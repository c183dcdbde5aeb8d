package matinee.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.wire.TraceLine.Deed;

/// The text of a [TraceLine], and back: one line, without the line feed.
public final class TraceLines {
  private static final Reason[] REASONS = Reason.values();

  private TraceLines() {}

  /// The text of `line`; instants are kept to the millisecond.
  public static String encode(TraceLine line) {
    var json = new JsonWriter();
    switch (line) {
      case TraceLine.Ended(long lost) -> json.open("ended").field("lost", lost);
      case TraceLine.OfRoom(var room, var epoch, long number, var deed) -> {
        json.open(type(deed)).field("room", room).field("epoch", epoch).field("number", number);
        write(json, deed);
      }
    }
    return json.close().text();
  }

  private static String type(Deed deed) {
    return switch (deed) {
      case TraceLine.Loaded _ -> "loaded";
      case TraceLine.Decided _ -> "decided";
      case TraceLine.TakenOver _ -> "takenOver";
      case TraceLine.Failed _ -> "failed";
      case TraceLine.Gap _ -> "gap";
    };
  }

  private static void write(JsonWriter json, Deed deed) {
    switch (deed) {
      case TraceLine.Loaded(var state) -> StateJson.writeStored(json.name("state"), state);
      case TraceLine.Decided(var command, var moment, var decision, var after) -> {
        json.name("command");
        write(json, command);
        json.field("instantMs", moment.now()).field("leadMs", moment.lead().toMillis());
        json.name("answer");
        write(json, decision);
        StateJson.writeShown(json.name("state"), after);
      }
      case TraceLine.TakenOver(var events, var after) -> {
        writeEvents(json, events);
        StateJson.writeShown(json.name("state"), after);
      }
      case TraceLine.Failed _ -> {}
      case TraceLine.Gap(long lines, var state) ->
          StateJson.writeStored(json.field("lines", lines).name("state"), state);
    }
  }

  private static void write(JsonWriter json, Command command) {
    switch (command) {
      case Command.Ask(
              var id,
              var by,
              var device,
              long seen,
              boolean again,
              var wish,
              var cited) -> {
        json.open("ask").field("id", id.value()).field("by", by.value());
        DeviceJson.write(json, device);
        json.field("seen", seen);
        if (again) {
          json.field("again", true);
        }
        WishJson.writeNamed(json, wish);
        cited.ifPresent(line -> LineJson.write(json.name("cited"), line));
      }
      case Command.Open(var media) -> MediaJson.write(json.open("open"), media);
      case Command.Enter(var member, var name, var credential) ->
          DoorJson.write(
              json.open("enter").field("member", member.value()).field("name", name), credential);
      case Command.Lose(var member) -> json.open("lose").field("member", member.value());
      case Command.Leave(var member) -> json.open("leave").field("member", member.value());
      case Command.Grow(var film, var available) ->
          MediaJson.writeAvailable(json.open("grow").field("film", film.filmId()), available);
      case Command.Vanish(var film) -> json.open("vanish").field("film", film.filmId());
      case Command.Tick _ -> json.open("tick");
      case Command.Arrive(var from, long shiftMs) ->
          json.open("arrive").field("region", from.value()).field("shiftMs", shiftMs);
      case Command.Interrupt(var since) -> json.open("interrupt").field("sinceMs", since);
    }
    json.close();
  }

  private static void write(JsonWriter json, Decision decision) {
    switch (decision) {
      case Decision.Accepted(var events) -> writeEvents(json.open("accepted"), events);
      case Decision.Repeated(long revision) -> json.open("repeated").field("revision", revision);
      case Decision.Rejected(var reason, var events) ->
          writeEvents(json.open("rejected").field("reason", reason.name()), events);
    }
    json.close();
  }

  private static void writeEvents(JsonWriter json, List<Recorded> events) {
    json.openList("events");
    events.forEach(event -> EventJson.write(json, event));
    json.closeList();
  }

  /// The line that `text` is. Never throws.
  public static Decoded<TraceLine> decode(String text) {
    return Fields.decode(text, TraceLines::read);
  }

  private static TraceLine read(Fields fields) {
    var type = fields.text("type");
    return type.equals("ended")
        ? new TraceLine.Ended(fields.count("lost"))
        : new TraceLine.OfRoom(
            fields.text("room"),
            fields.epoch("epoch"),
            fields.count("number"),
            readDeed(type, fields));
  }

  private static Deed readDeed(String type, Fields fields) {
    return switch (type) {
      case "loaded" -> new TraceLine.Loaded(fields.object("state", StateJson::readWithAnswered));
      case "decided" ->
          new TraceLine.Decided(
              fields.object("command", TraceLines::readCommand),
              readMoment(fields),
              fields.object("answer", TraceLines::readDecision),
              fields.object("state", StateJson::read));
      case "takenOver" ->
          new TraceLine.TakenOver(
              fields.list("events", EventJson::read), fields.object("state", StateJson::read));
      case "failed" -> new TraceLine.Failed();
      case "gap" ->
          new TraceLine.Gap(
              fields.count("lines"), fields.object("state", StateJson::readWithAnswered));
      default -> throw fields.fault("type", "is not known");
    };
  }

  private static Moment readMoment(Fields fields) {
    var instant = fields.time("instantMs");
    var lead = Duration.ofMillis(fields.count("leadMs"));
    return fields.built("leadMs", () -> new Moment(instant, lead));
  }

  private static Command readCommand(Fields fields) {
    return switch (fields.text("type")) {
      case "ask" ->
          new Command.Ask(
              fields.command("id"),
              fields.member("by"),
              DeviceJson.read(fields),
              fields.count("seen"),
              fields.flagIfAny("again"),
              fields.object("wish", WishJson::readNamed),
              fields.has("cited")
                  ? Optional.of(fields.object("cited", LineJson::read))
                  : Optional.empty());
      case "open" -> new Command.Open(fields.object("media", MediaJson::read));
      case "enter" ->
          new Command.Enter(
              fields.member("member"), WishJson.readName(fields), DoorJson.readCredential(fields));
      case "lose" -> new Command.Lose(fields.member("member"));
      case "leave" -> new Command.Leave(fields.member("member"));
      case "grow" ->
          new Command.Grow(MediaJson.readUpload(fields), MediaJson.readAvailable(fields));
      case "vanish" -> new Command.Vanish(MediaJson.readUpload(fields));
      case "tick" -> new Command.Tick();
      case "arrive" ->
          new Command.Arrive(RegionJson.read(fields, "region"), fields.whole("shiftMs"));
      case "interrupt" -> new Command.Interrupt(fields.time("sinceMs"));
      default -> throw fields.fault("type", "is not known");
    };
  }

  private static Decision readDecision(Fields fields) {
    return switch (fields.text("type")) {
      case "accepted" -> new Decision.Accepted(fields.list("events", EventJson::read));
      case "repeated" -> new Decision.Repeated(fields.revision("revision"));
      case "rejected" ->
          new Decision.Rejected(
              fields.oneOf("reason", REASONS), fields.list("events", EventJson::read));
      default -> throw fields.fault("type", "must be accepted, repeated or rejected");
    };
  }
}
