package matinee.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who comes in, to whom the room belongs, and its end: rules AC, OD2, OD4 and ME6.
final class DoorRules {

  private DoorRules() {}

  /// What `id` comes to, who has no place in the room.
  static Outcome enter(RoomState state, MemberId id, String name, Credential credential) {
    return barrier(state, id, credential)
        .map(Outcome::refused)
        .orElseGet(() -> new Outcome.Happens(joining(state, id, name, credential)));
  }

  /// ME1, AC4: who was here before is what it was.
  private static List<Event> joining(
      RoomState state, MemberId id, String name, Credential credential) {
    var events = new ArrayList<Event>();
    events.add(new Event.Joined(id, name));
    var standing = standing(state, credential);
    if (standing != Standing.MEMBER && !isFirst(state) && state.people().absent(id).isEmpty()) {
      events.add(new Event.StandingChanged(id, standing));
    }
    return events;
  }

  /// HO4.
  private static boolean isFirst(RoomState state) {
    return state.members().isEmpty() && state.people().absent().isEmpty();
  }

  private static Standing standing(RoomState state, Credential credential) {
    return switch (credential) {
      case Credential.Invited(var standing) -> standing;
      case Credential.Nothing _, Credential.Password _, Credential.Place _ ->
          state.settings().door().newcomers();
    };
  }

  /// What keeps `id` out.
  private static Optional<Reason> barrier(RoomState state, MemberId id, Credential credential) {
    if (state.people().isBanned(id)) {
      return Optional.of(Reason.BANNED); // OD2
    }
    var before = state.people().absent(id);
    boolean owns =
        isFirst(state) || before.filter(one -> one.standing() == Standing.OWNER).isPresent();
    if (state.settings().locked() && !owns) {
      return Optional.of(Reason.LOCKED); // OD4
    }
    var door = state.settings().door();
    var refusal = refusal(door.access(), credential);
    if (refusal.isPresent() && !owns && before.isEmpty()) {
      return refusal; // AC2
    }
    int places = owns ? RoomState.CAPACITY : door.capacity();
    return state.members().size() >= places
        ? Optional.of(Reason.ROOM_FULL) // ME6, AC3
        : Optional.empty();
  }

  /// AC2.
  private static Optional<Reason> refusal(Access access, Credential credential) {
    return switch (access) {
      case PUBLIC, LINK -> Optional.empty();
      case INVITED ->
          switch (credential) {
            case Credential.Invited _, Credential.Place _ -> Optional.empty();
            case Credential.Nothing _, Credential.Password _ -> Optional.of(Reason.NOT_INVITED);
          };
      case PASSWORD ->
          credential == Credential.Nothing.NOTHING
              ? Optional.of(Reason.PASSWORD_NEEDED)
              : Optional.empty();
    };
  }

  static Outcome setDoor(RoomState state, Door door) {
    return state.settings().door().equals(door)
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.DoorChanged(door)); // AC1, AC3 to AC5
  }

  /// AC6: `by` owns it, for nobody else has the right to.
  static Outcome give(RoomState state, Member by, MemberId to) {
    if (by.id().equals(to)) {
      return Outcome.refused(Reason.NO_CHANGE);
    }
    return state
        .member(to)
        .filter(Member::isHere)
        .map(member -> Outcome.happens(new Event.OwnerChanged(member.id())))
        .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_MEMBER));
  }
}
