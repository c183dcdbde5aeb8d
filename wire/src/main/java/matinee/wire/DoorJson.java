package matinee.wire;

import matinee.room.Access;
import matinee.room.Credential;
import matinee.room.Door;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.Wish;

/// The JSON of a room's door, and of what it has seen of somebody who comes.
final class DoorJson {
  private static final Access[] ACCESSES = Access.values();

  private DoorJson() {}

  /// The field `door`, which is left out while it is that of a new room.
  static Door readIfAny(Fields fields) {
    return fields.has("door") ? fields.object("door", DoorJson::read) : Door.NEW;
  }

  static Door read(Fields fields) {
    var access = fields.oneOf("access", ACCESSES);
    int capacity = (int) Math.min(fields.count("capacity"), RoomState.CAPACITY + 1);
    var newcomers = PeopleJson.readStanding(fields, "newcomers");
    if (!Wish.SetStanding.isGiven(newcomers)) {
      throw fields.fault("newcomers", "must be one that can be given");
    }
    var title = readTitle(fields);
    return fields.built("capacity", () -> new Door(access, capacity, newcomers, title));
  }

  private static RoomTitle readTitle(Fields fields) {
    if (!fields.has("title")) {
      return RoomTitle.Untitled.UNTITLED;
    }
    var text = fields.text("title");
    return fields.built("title", () -> new RoomTitle.Titled(text));
  }

  static void writeIfAny(JsonWriter json, Door door) {
    if (!door.equals(Door.NEW)) {
      write(json, door);
    }
  }

  /// Writes the field `door`.
  static void write(JsonWriter json, Door door) {
    json.name("door")
        .open()
        .field("access", door.access().name())
        .field("capacity", (long) door.capacity())
        .field("newcomers", door.newcomers().name());
    switch (door.title()) {
      case RoomTitle.Untitled _ -> {}
      case RoomTitle.Titled(var title) -> json.field("title", title);
    }
    json.close();
  }

  /// The field `credential`, which is left out where there is nothing but the link.
  static Credential readCredential(Fields fields) {
    return fields.has("credential")
        ? fields.object("credential", DoorJson::readSeen)
        : Credential.Nothing.NOTHING;
  }

  private static Credential readSeen(Fields fields) {
    return switch (fields.text("type")) {
      case "password" -> Credential.Password.PASSWORD;
      case "place" -> Credential.Place.PLACE;
      case "invited" -> {
        var standing = PeopleJson.readStanding(fields);
        yield fields.built("standing", () -> new Credential.Invited(standing));
      }
      default -> throw fields.fault("type", "must be password, place or invited");
    };
  }

  static void write(JsonWriter json, Credential credential) {
    switch (credential) {
      case Credential.Nothing _ -> {}
      case Credential.Password _ -> json.name("credential").open("password").close();
      case Credential.Place _ -> json.name("credential").open("place").close();
      case Credential.Invited(var standing) ->
          json.name("credential").open("invited").field("standing", standing.name()).close();
    }
  }
}
