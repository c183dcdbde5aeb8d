package matinee.server.listing;

import java.util.Optional;
import matinee.room.Access;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.Stage;
import matinee.room.Standing;
import matinee.server.journal.RoomId;

/// What everybody may see of a room that is listed (AC1): what it is called and which film is on,
/// if any; how many people are `here`, and how many places of its `capacity` are `taken`, by those
/// too who have lost their connection; as what newcomers come in. Nobody's name.
public record Listing(
    RoomId room,
    Optional<String> name,
    Optional<String> film,
    int here,
    int taken,
    int capacity,
    Standing newcomers) {

  /// `room` as it is in `state`. Empty if it is not to be found: it is not public, nobody new comes
  /// in (OD4), it is over, or nobody is there.
  static Optional<Listing> of(RoomId room, RoomState state) {
    var door = state.settings().door();
    var members = state.people().members();
    if (door.access() != Access.PUBLIC
        || state.settings().locked()
        || state.isOver()
        || members.here() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Listing(
            room,
            name(door.title()),
            film(state.stage()),
            members.here(),
            members.size(),
            door.capacity(),
            door.newcomers()));
  }

  private static Optional<String> name(RoomTitle title) {
    return switch (title) {
      case RoomTitle.Untitled _ -> Optional.empty();
      case RoomTitle.Titled(var name) -> Optional.of(name);
    };
  }

  private static Optional<String> film(Stage stage) {
    return switch (stage) {
      case Stage.Idle _ -> Optional.empty();
      case Stage.Loaded loaded -> Optional.of(loaded.media().title());
    };
  }

  /// Does nobody new find a place (AC3)?
  public boolean isFull() {
    return taken >= capacity;
  }
}
