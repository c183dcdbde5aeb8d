package matinee.wire;

import java.util.List;
import matinee.room.Answered;
import matinee.room.Contact;
import matinee.room.ControlPolicy;
import matinee.room.Grace;
import matinee.room.Member;
import matinee.room.Readiness;
import matinee.room.Role;
import matinee.room.RoomState;
import matinee.room.Stage;

/// The JSON of a room's state: the fields that a snapshot for members and one for the journal have
/// in common, and `answered`, which only the journal's has.
final class StateJson {
  private static final Role[] ROLES = Role.values();
  private static final Readiness[] READINESSES = Readiness.values();
  static final ControlPolicy[] CONTROL_POLICIES = ControlPolicy.values();

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
        fields.oneOf("control", CONTROL_POLICIES),
        fields.object("gate", GateJson::read),
        fields.list("members", StateJson::readMember),
        answered);
  }

  private static Stage readStage(Fields fields) {
    return switch (fields.text("type")) {
      case "idle" -> Stage.Idle.IDLE;
      case "loaded" ->
          new Stage.Loaded(
              fields.object("media", MediaJson::read),
              fields.revision("loadedRevision"),
              fields.object("playback", PlaybackJson::read));
      default -> throw fields.fault("type", "must be idle or loaded");
    };
  }

  private static Member readMember(Fields fields) {
    var id = fields.member("id");
    var name = fields.text("name");
    var joinedAt = fields.time("joinedAtMs");
    var role = fields.oneOf("role", ROLES);
    var readiness = fields.oneOf("readiness", READINESSES);
    var contact =
        fields.has("lostSinceMs")
            ? new Contact.Lost(fields.time("lostSinceMs"))
            : Contact.Here.HERE;
    var grace = fields.has("grace") ? fields.object("grace", StateJson::readGrace) : Grace.WHOLE;
    return fields.built(
        "name", () -> new Member(id, name, joinedAt, role, readiness, contact, grace));
  }

  private static Grace readGrace(Fields fields) {
    return new Grace(fields.flag("excused"), fields.count("spentMs"), fields.time("atMs"));
  }

  private static Answered readAnswered(Fields fields) {
    return new Answered(fields.count("horizon"), fields.list("answers", StateJson::readAnswer));
  }

  private static Answered.Answer readAnswer(Fields fields) {
    return new Answered.Answer(
        fields.member("member"), fields.command("command"), fields.revision("revision"));
  }

  static void write(JsonWriter json, RoomState state) {
    json.field("revision", state.revision()).field("atMs", state.at()).name("stage");
    switch (state.stage()) {
      case Stage.Idle _ -> json.open("idle");
      case Stage.Loaded loaded -> writeLoaded(json, loaded);
    }
    json.close().field("control", state.control().name());
    GateJson.write(json, state.gate());
    json.openList("members");
    for (var member : state.members()) {
      writeMember(json, member);
    }
    json.closeList();
  }

  private static void writeLoaded(JsonWriter json, Stage.Loaded loaded) {
    json.open("loaded");
    MediaJson.write(json, loaded.media());
    json.field("loadedRevision", loaded.loadedRevision());
    PlaybackJson.write(json, loaded.playback());
  }

  private static void writeMember(JsonWriter json, Member member) {
    json.open()
        .field("id", member.id().value())
        .field("name", member.name())
        .field("joinedAtMs", member.joinedAt())
        .field("role", member.role().name())
        .field("readiness", member.readiness().name());
    switch (member.contact()) {
      case Contact.Here _ -> {}
      case Contact.Lost(var since) -> json.field("lostSinceMs", since);
    }
    if (!member.grace().equals(Grace.WHOLE)) {
      json.name("grace")
          .open()
          .field("excused", member.grace().excused())
          .field("spentMs", member.grace().spentMs())
          .field("atMs", member.grace().at())
          .close();
    }
    json.close();
  }

  static void writeAnswered(JsonWriter json, Answered answered) {
    json.name("answered").open().field("horizon", answered.horizon()).openList("answers");
    for (var answer : answered.answers()) {
      json.open()
          .field("member", answer.member().value())
          .field("command", answer.command().value())
          .field("revision", answer.revision())
          .close();
    }
    json.closeList().close();
  }
}
