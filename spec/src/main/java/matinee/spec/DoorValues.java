package matinee.spec;

import static matinee.spec.Values.field;
import static matinee.spec.Values.named;
import static matinee.spec.Values.number;
import static matinee.spec.Values.record;
import static matinee.spec.Values.text;

import matinee.room.Credential;
import matinee.room.Door;
import matinee.room.RoomTitle;
import tlc2.value.impl.Value;

/// Doors, and what they have seen of who comes, as the module `Rules` has them.
final class DoorValues {

  private DoorValues() {}

  static Value door(Door door) {
    var title =
        switch (door.title()) {
          case RoomTitle.Untitled _ -> "";
          case RoomTitle.Titled(var words) -> words;
        };
    return record(
        field("access", text(door.access().name())),
        field("capacity", number(door.capacity())),
        field("newcomers", text(door.newcomers().name())),
        field("title", text(title)));
  }

  static Value credential(Credential credential) {
    return switch (credential) {
      case Credential.Nothing _ -> named("nothing");
      case Credential.Password _ -> named("password");
      case Credential.Place _ -> named("place");
      case Credential.Invited(var standing) ->
          named("invited", field("standing", text(standing.name())));
    };
  }
}
