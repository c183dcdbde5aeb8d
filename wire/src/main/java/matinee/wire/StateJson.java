package matinee.wire;

import java.util.List;
import java.util.Optional;
import matinee.room.Agenda;
import matinee.room.Answered;
import matinee.room.Proposal;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.Settings;
import matinee.room.Stage;

/// The JSON of a room's state: the fields that a snapshot for members and one for the journal have
/// in common, and `answered`, which only the journal's has.
final class StateJson {
  private static final Reason[] REASONS = Reason.values();

  private StateJson() {}

  static RoomState read(Fields fields) {
    return read(fields, new Answered(0, List.of()));
  }

  static RoomState readWithAnswered(Fields fields) {
    return read(fields, fields.object("answered", StateJson::readAnswered));
  }

  private static RoomState read(Fields fields, Answered answered) {
    return new RoomState(
        fields.count("revision"),
        fields.time("atMs"),
        fields.object("stage", StateJson::readStage),
        new Settings(
            fields.object("control", ControlJson::read),
            fields.object("gate", GateJson::read),
            fields.flag("locked"),
            SlowModeJson.read(fields),
            WritersJson.readIfAny(fields),
            DoorJson.readIfAny(fields),
            RegionJson.readWhereabouts(fields)),
        PeopleJson.read(fields),
        new Agenda(fields.list("proposals", StateJson::readProposal), QueueJson.readIfAny(fields)),
        answered);
  }

  private static Stage readStage(Fields fields) {
    return switch (fields.text("type")) {
      case "idle" -> Stage.Idle.IDLE;
      case "loaded" ->
          new Stage.Loaded(
              fields.object("media", MediaJson::read),
              fields.revision("loadedRevision"),
              MediaJson.readAvailable(fields),
              fields.object("playback", PlaybackJson::read));
      default -> throw fields.fault("type", "must be idle or loaded");
    };
  }

  private static Answered readAnswered(Fields fields) {
    return new Answered(fields.count("horizon"), fields.list("answers", StateJson::readAnswer));
  }

  private static Answered.Answer readAnswer(Fields fields) {
    return new Answered.Answer(
        fields.member("member"),
        fields.command("command"),
        fields.revision("revision"),
        fields.has("refusal") ? Optional.of(fields.oneOf("refusal", REASONS)) : Optional.empty());
  }

  /// Writes `state` as an object: all of it, as the journal keeps it.
  static void writeStored(JsonWriter json, RoomState state) {
    json.open();
    write(json, state);
    writeAnswered(json, state.answered());
    json.close();
  }

  /// Writes `state` as an object: what members are shown of it.
  static void writeShown(JsonWriter json, RoomState state) {
    json.open();
    write(json, state);
    json.close();
  }

  static void write(JsonWriter json, RoomState state) {
    json.field("revision", state.revision()).field("atMs", state.at()).name("stage");
    switch (state.stage()) {
      case Stage.Idle _ -> json.open("idle");
      case Stage.Loaded loaded -> writeLoaded(json, loaded);
    }
    json.close();
    ControlJson.write(json, state.settings().control());
    GateJson.write(json, state.settings().gate());
    json.field("locked", state.settings().locked());
    SlowModeJson.write(json, state.settings().slow());
    WritersJson.writeIfAny(json, state.settings().writers());
    DoorJson.writeIfAny(json, state.settings().door());
    RegionJson.write(json, state.settings().whereabouts());
    PeopleJson.write(json, state.people());
    json.openList("proposals");
    for (var proposal : state.proposals()) {
      json.open().field("member", proposal.by().value());
      WishJson.writeNamed(json, proposal.wish());
      json.field("revision", proposal.revision()).field("untilMs", proposal.until()).close();
    }
    json.closeList();
    QueueJson.write(json, state.queue());
  }

  private static Proposal readProposal(Fields fields) {
    return new Proposal(
        fields.member("member"),
        fields.object("wish", WishJson::readProposed),
        fields.revision("revision"),
        fields.time("untilMs"));
  }

  private static void writeLoaded(JsonWriter json, Stage.Loaded loaded) {
    json.open("loaded");
    MediaJson.write(json, loaded.media());
    json.field("loadedRevision", loaded.loadedRevision());
    MediaJson.writeAvailable(json, loaded.available());
    PlaybackJson.write(json, loaded.playback());
  }

  private static void writeAnswered(JsonWriter json, Answered answered) {
    json.name("answered").open().field("horizon", answered.horizon()).openList("answers");
    for (var answer : answered.answers()) {
      json.open()
          .field("member", answer.member().value())
          .field("command", answer.command().value())
          .field("revision", answer.revision());
      answer.refusal().ifPresent(reason -> json.field("refusal", reason.name()));
      json.close();
    }
    json.closeList().close();
  }
}
