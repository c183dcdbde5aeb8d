package matinee.wire;

import matinee.room.Absent;
import matinee.room.Contact;
import matinee.room.Grace;
import matinee.room.Member;
import matinee.room.Members;
import matinee.room.People;
import matinee.room.Rank;
import matinee.room.Readiness;
import matinee.room.Standing;
import matinee.room.Stay;

/// The JSON of the people of a room: its members, and what is kept of those who are absent.
final class PeopleJson {
  static final Readiness[] READINESSES = Readiness.values();
  private static final Standing[] STANDINGS = Standing.values();

  private PeopleJson() {}

  /// Reads the fields `giant`, `members` and `absent`.
  static People read(Fields fields) {
    return new People(
        Members.of(fields.list("members", PeopleJson::readMember)),
        fields.list("absent", PeopleJson::readAbsent),
        fields.flagIfAny("giant"));
  }

  static Standing readStanding(Fields fields) {
    return readStanding(fields, "standing");
  }

  static Standing readStanding(Fields fields, String name) {
    return fields.oneOf(name, STANDINGS);
  }

  static Member readMember(Fields fields) {
    var id = fields.member("id");
    var name = fields.text("name");
    var stay = readStay(fields);
    var rank = new Rank(readStanding(fields), fields.flag("host"), fields.flagIfAny("muted"));
    var readiness = fields.oneOf("readiness", READINESSES);
    var contact =
        fields.has("lostSinceMs")
            ? new Contact.Lost(fields.time("lostSinceMs"))
            : Contact.Here.HERE;
    var grace = fields.has("grace") ? fields.object("grace", PeopleJson::readGrace) : Grace.WHOLE;
    return fields.built("name", () -> new Member(id, name, stay, rank, readiness, contact, grace));
  }

  private static Stay readStay(Fields fields) {
    var joinedAt = fields.time("joinedAtMs");
    return fields.has("spokeAtMs")
        ? new Stay(joinedAt, fields.time("spokeAtMs"))
        : Stay.from(joinedAt);
  }

  private static Grace readGrace(Fields fields) {
    return new Grace(fields.flag("excused"), fields.count("spentMs"), fields.time("atMs"));
  }

  private static Absent readAbsent(Fields fields) {
    var id = fields.member("id");
    var name = fields.text("name");
    var standing = readStanding(fields);
    boolean muted = fields.flagIfAny("muted");
    boolean banned = fields.flagIfAny("banned");
    return fields.built("name", () -> new Absent(id, name, standing, muted, banned));
  }

  /// Leaves it out while it is false.
  private static void writeFlag(JsonWriter json, String name, boolean value) {
    if (value) {
      json.field(name, true);
    }
  }

  /// Writes the fields `giant`, `members` and `absent`.
  static void write(JsonWriter json, People people) {
    writeFlag(json, "giant", people.giant());
    json.openList("members");
    for (var member : people.members()) {
      writeMember(json, member);
    }
    json.closeList().openList("absent");
    for (var one : people.absent()) {
      json.open()
          .field("id", one.id().value())
          .field("name", one.name())
          .field("standing", one.standing().name());
      writeFlag(json, "muted", one.muted());
      writeFlag(json, "banned", one.banned());
      json.close();
    }
    json.closeList();
  }

  static void writeMember(JsonWriter json, Member member) {
    json.open()
        .field("id", member.id().value())
        .field("name", member.name())
        .field("joinedAtMs", member.stay().joinedAt())
        .field("standing", member.rank().standing().name())
        .field("host", member.rank().host());
    writeFlag(json, "muted", member.rank().muted());
    json.field("readiness", member.readiness().name());
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
    if (!member.stay().spokeAt().equals(member.stay().joinedAt())) {
      json.field("spokeAtMs", member.stay().spokeAt());
    }
    json.close();
  }
}
