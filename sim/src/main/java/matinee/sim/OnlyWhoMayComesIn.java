package matinee.sim;

import java.util.List;
import java.util.Optional;
import matinee.room.Absent;
import matinee.room.Event;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Standing;

/// OD2, OD4: nobody who is banned takes a place in the room, and nobody new while it is locked, but
/// for the owner.
final class OnlyWhoMayComesIn implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var states = world.chronicle().book().states();
    for (var event : events) {
      if (event.event() instanceof Event.Joined(var member, _)) {
        var before = states.get((int) event.revision() - 1);
        var kept =
            before.people().absent().stream().filter(one -> one.id().equals(member)).findFirst();
        if (kept.filter(Absent::banned).isPresent()) {
          throw broken(member + " is banned and came in by " + event);
        }
        if (before.settings().locked() && !mayAlways(before, kept)) {
          throw broken(member + " came into a locked room by " + event);
        }
      }
    }
  }

  /// Is it the owner, or the first one ever?
  private static boolean mayAlways(RoomState before, Optional<Absent> kept) {
    return kept.filter(one -> one.standing() == Standing.OWNER).isPresent()
        || before.revision() == 0;
  }
}
