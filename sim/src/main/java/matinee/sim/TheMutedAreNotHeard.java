package matinee.sim;

import java.util.List;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Recorded;

/// OD3, CH3, CH6: nothing that a muted member says, says otherwise or gives an emoji to becomes an
/// event, and so nobody is told; who hosts is heard.
final class TheMutedAreNotHeard implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var states = world.chronicle().book().states();
    for (var event : events) {
      if (isHeard(event.event())
          && event.author() instanceof Author.ByMember(var by, _)
          && states
              .get((int) event.revision() - 1)
              .member(by)
              .filter(member -> member.rank().muted() && !member.isHost())
              .isPresent()) {
        throw broken(by + " is muted and was heard: " + event);
      }
    }
  }

  private static boolean isHeard(Event event) {
    return event instanceof Event.Said
        || event instanceof Event.LineEdited
        || event instanceof Event.Reacted;
  }
}
