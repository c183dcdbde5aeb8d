package matinee.wire;

import matinee.room.Queue;
import matinee.room.Wish;

/// The JSON of wishes: each is a message of its own, named by its `type`.
final class WishJson {

  private WishJson() {}

  /// The wish that a message called `type` carries.
  static Wish read(String type, Fields fields) {
    return switch (type) {
      case "load",
          "play",
          "pause",
          "seek",
          "setRate",
          "enqueue",
          "dequeue",
          "moveQueued",
          "playQueued",
          "setAutoAdvance",
          "stay" ->
          readOfFilm(type, fields);
      case "vote" -> new Wish.Vote(fields.revision("item"), fields.flag("up"));
      case "setControl" -> new Wish.SetControl(fields.object("control", ControlJson::read));
      case "setGate" -> new Wish.SetGate(fields.object("gate", GateJson::read));
      case "setExcused" -> new Wish.SetExcused(fields.flag("excused"));
      case "setStanding" -> readSetStanding(fields);
      case "kick" -> new Wish.Kick(fields.member("member"));
      case "ban" -> new Wish.Ban(fields.member("member"));
      case "unban" -> new Wish.Unban(fields.member("member"));
      case "setMuted" -> new Wish.SetMuted(fields.member("member"), fields.flag("muted"));
      case "setLocked" -> new Wish.SetLocked(fields.flag("locked"));
      case "setDoor" -> new Wish.SetDoor(fields.object("door", DoorJson::read));
      case "giveRoom" -> new Wish.GiveRoom(fields.member("member"));
      case "closeRoom" -> new Wish.CloseRoom();
      case "moveRoom" -> new Wish.MoveRoom(RegionJson.read(fields, "region"));
      case "setSlowMode" -> new Wish.SetSlowMode(SlowModeJson.read(fields));
      case "setWriters" -> new Wish.SetWriters(WritersJson.read(fields));
      case "answer" ->
          new Wish.Answer(
              fields.member("member"), fields.revision("proposal"), fields.flag("accept"));
      case "withdraw" -> new Wish.Withdraw();
      case "handOver" -> new Wish.HandOver(fields.member("member"));
      case "say" -> new Wish.Say(LineJson.readText(fields), LineJson.readRegards(fields));
      case "edit" ->
          new Wish.Edit(
              fields.revision("line"), LineJson.readText(fields), LineJson.readMentions(fields));
      case "removeLine" -> new Wish.RemoveLine(fields.revision("line"));
      case "react" ->
          new Wish.React(fields.revision("line"), LineJson.readEmoji(fields), fields.flag("on"));
      case "rename" -> new Wish.Rename(readName(fields));
      case "reportReady" -> new Wish.ReportReady(MediaJson.readLength(fields));
      case "reportBuffering" -> new Wish.ReportBuffering();
      case "reportUnable" -> new Wish.ReportUnable();
      default -> throw fields.fault("type", "is not known");
    };
  }

  /// A wish about the film or the queue that stands by itself, as a proposal tells it.
  static Wish.OfFilm readProposed(Fields fields) {
    return readOfFilm(fields.text("type"), fields);
  }

  private static Wish.OfFilm readOfFilm(String type, Fields fields) {
    return switch (type) {
      case "load" -> new Wish.Load(fields.object("media", MediaJson::read));
      case "play" -> new Wish.Play();
      case "pause" -> new Wish.Pause();
      case "seek" -> new Wish.Seek(fields.count("positionMs"));
      case "setRate" -> new Wish.SetRate(fields.rate("rate"));
      case "enqueue" -> readEnqueue(fields);
      case "dequeue" -> new Wish.Dequeue(fields.revision("item"));
      case "moveQueued" -> readMoveQueued(fields);
      case "playQueued" -> new Wish.PlayQueued(fields.revision("item"));
      case "setAutoAdvance" -> new Wish.SetAutoAdvance(fields.flag("on"));
      case "stay" -> new Wish.Stay();
      default -> throw fields.fault("type", "must be a wish about the film or the queue");
    };
  }

  private static Wish.Enqueue readEnqueue(Fields fields) {
    var media = fields.list("media", MediaJson::read);
    return fields.built("media", () -> new Wish.Enqueue(media));
  }

  private static Wish.MoveQueued readMoveQueued(Fields fields) {
    long item = fields.revision("item");
    int to = readPlace(fields);
    return fields.built("to", () -> new Wish.MoveQueued(item, to));
  }

  /// The field `to`: a place in the queue.
  static int readPlace(Fields fields) {
    return (int) Math.min(fields.count("to"), Queue.MAX_ITEMS);
  }

  /// Any wish that stands by itself.
  static Wish readNamed(Fields fields) {
    return read(fields.text("type"), fields);
  }

  /// Writes the field `wish`.
  static void writeNamed(JsonWriter json, Wish wish) {
    json.name("wish").open(type(wish));
    write(json, wish);
    json.close();
  }

  private static Wish readSetStanding(Fields fields) {
    var member = fields.member("member");
    var standing = PeopleJson.readStanding(fields);
    return fields.built("standing", () -> new Wish.SetStanding(member, standing));
  }

  /// The field `name`, as far as a member may be called so (ME5).
  static String readName(Fields fields) {
    var name = fields.text("name");
    return fields.built("name", () -> new Wish.Rename(name).name());
  }

  static String type(Wish wish) {
    return switch (wish) {
      case Wish.Load _ -> "load";
      case Wish.Play _ -> "play";
      case Wish.Pause _ -> "pause";
      case Wish.Seek _ -> "seek";
      case Wish.SetRate _ -> "setRate";
      case Wish.Enqueue _ -> "enqueue";
      case Wish.Dequeue _ -> "dequeue";
      case Wish.MoveQueued _ -> "moveQueued";
      case Wish.PlayQueued _ -> "playQueued";
      case Wish.SetAutoAdvance _ -> "setAutoAdvance";
      case Wish.Stay _ -> "stay";
      case Wish.Vote _ -> "vote";
      case Wish.SetControl _ -> "setControl";
      case Wish.SetGate _ -> "setGate";
      case Wish.SetExcused _ -> "setExcused";
      case Wish.SetStanding _ -> "setStanding";
      case Wish.Kick _ -> "kick";
      case Wish.Ban _ -> "ban";
      case Wish.Unban _ -> "unban";
      case Wish.SetMuted _ -> "setMuted";
      case Wish.SetLocked _ -> "setLocked";
      case Wish.SetSlowMode _ -> "setSlowMode";
      case Wish.SetWriters _ -> "setWriters";
      case Wish.SetDoor _ -> "setDoor";
      case Wish.GiveRoom _ -> "giveRoom";
      case Wish.CloseRoom _ -> "closeRoom";
      case Wish.MoveRoom _ -> "moveRoom";
      case Wish.Answer _ -> "answer";
      case Wish.Withdraw _ -> "withdraw";
      case Wish.HandOver _ -> "handOver";
      case Wish.Say _ -> "say";
      case Wish.Edit _ -> "edit";
      case Wish.RemoveLine _ -> "removeLine";
      case Wish.React _ -> "react";
      case Wish.Rename _ -> "rename";
      case Wish.ReportReady _ -> "reportReady";
      case Wish.ReportBuffering _ -> "reportBuffering";
      case Wish.ReportUnable _ -> "reportUnable";
    };
  }

  static void write(JsonWriter json, Wish wish) {
    switch (wish) {
      case Wish.Load(var media) -> MediaJson.write(json, media);
      case Wish.Seek(long positionMs) -> json.field("positionMs", positionMs);
      case Wish.SetRate(double rate) -> json.field("rate", rate);
      case Wish.Enqueue(var media) -> {
        json.openList("media");
        media.forEach(one -> MediaJson.writeObject(json, one));
        json.closeList();
      }
      case Wish.Dequeue(long item) -> json.field("item", item);
      case Wish.MoveQueued(long item, int to) -> json.field("item", item).field("to", to);
      case Wish.PlayQueued(long item) -> json.field("item", item);
      case Wish.SetAutoAdvance(boolean on) -> json.field("on", on);
      case Wish.Vote(long item, boolean up) -> json.field("item", item).field("up", up);
      case Wish.SetControl(var control) -> ControlJson.write(json, control);
      case Wish.SetGate(var gate) -> GateJson.write(json, gate);
      case Wish.SetExcused(boolean excused) -> json.field("excused", excused);
      case Wish.SetStanding(var member, var standing) ->
          json.field("member", member.value()).field("standing", standing.name());
      case Wish.Kick(var member) -> json.field("member", member.value());
      case Wish.Ban(var member) -> json.field("member", member.value());
      case Wish.Unban(var member) -> json.field("member", member.value());
      case Wish.SetMuted(var member, boolean muted) ->
          json.field("member", member.value()).field("muted", muted);
      case Wish.SetLocked(boolean locked) -> json.field("locked", locked);
      case Wish.SetDoor(var door) -> DoorJson.write(json, door);
      case Wish.GiveRoom(var to) -> json.field("member", to.value());
      case Wish.MoveRoom(var to) -> json.field("region", to.value());
      case Wish.SetSlowMode(var slow) -> SlowModeJson.write(json, slow);
      case Wish.SetWriters(var writers) -> WritersJson.write(json, writers);
      case Wish.Answer(var member, long proposal, boolean accepted) ->
          json.field("member", member.value())
              .field("proposal", proposal)
              .field("accept", accepted);
      case Wish.HandOver(var to) -> json.field("member", to.value());
      case Wish.Say(var text, var regards) -> LineJson.write(json, text, regards);
      case Wish.Edit(long line, var text, var mentions) ->
          LineJson.writeMentions(json.field("line", line).field("text", text), mentions);
      case Wish.RemoveLine(long line) -> json.field("line", line);
      case Wish.React(long line, var emoji, boolean on) ->
          json.field("line", line).field("emoji", emoji).field("on", on);
      case Wish.Rename(var name) -> json.field("name", name);
      case Wish.ReportReady(var length) -> MediaJson.writeLength(json, length);
      case Wish.Play _,
          Wish.Pause _,
          Wish.Stay _,
          Wish.Withdraw _,
          Wish.CloseRoom _,
          Wish.ReportBuffering _,
          Wish.ReportUnable _ -> {}
    }
  }
}
