package matinee.sim;

import java.util.List;
import matinee.room.Access;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Standing;

/// AC2, AC3: nobody new comes in by nothing but the link where the door wants more, and nobody into
/// a room that is full, but for the owner.
final class TheDoorIsKept implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var states = world.chronicle().book().states();
    for (var event : events) {
      if (event.event() instanceof Event.Joined(var member, _)) {
        check(states.get((int) event.revision() - 1), member);
      }
    }
  }

  private void check(RoomState before, MemberId member) {
    var kept = before.people().absent().stream().filter(one -> one.id().equals(member)).findFirst();
    if (before.revision() == 0 || kept.filter(it -> it.standing() == Standing.OWNER).isPresent()) {
      return;
    }
    var door = before.settings().door();
    boolean isClosed = door.access() == Access.INVITED || door.access() == Access.PASSWORD;
    if (isClosed && kept.isEmpty()) {
      throw broken(member + " came in by nothing but the link, and the door is " + door);
    }
    if (before.members().size() >= door.capacity()) {
      throw broken(member + " came into a full room, and the door is " + door);
    }
  }
}
