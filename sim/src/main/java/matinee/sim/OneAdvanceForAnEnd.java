package matinee.sim;

import java.util.List;
import matinee.room.Author;
import matinee.room.Cause;
import matinee.room.Event;
import matinee.room.Recorded;

/// QU5: the room goes on by itself when a film has ended and the time is over that its end stands,
/// and once: nothing else has happened to the playback in between.
final class OneAdvanceForAnEnd implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    for (var event : events) {
      if (event.author() == Author.Room.ROOM
          && event.event() instanceof Event.PlaybackChanged(var cause, _)
          && cause == Cause.ADVANCED) {
        mustBeDue(world.chronicle().book().events(), event);
      }
    }
  }

  /// Its film was taken out of the queue and loaded just before.
  private void mustBeDue(List<Recorded> history, Recorded advance) {
    for (int i = (int) advance.revision() - 2; i >= 0; i--) {
      switch (history.get(i).event()) {
        case Event.AdvanceScheduled(var due) -> {
          if (due.isAfter(advance.at()) || !isEnd(history.get(i - 1).event())) {
            throw broken(advance + " comes before its time, or after nothing has ended");
          }
          return;
        }
        case Event.PlaybackChanged _, Event.AdvanceCancelled _ ->
            throw broken(advance + " comes after " + history.get(i));
        default -> {}
      }
    }
    throw broken(advance + " comes from nowhere");
  }

  private static boolean isEnd(Event event) {
    return event instanceof Event.PlaybackChanged(var cause, _) && cause == Cause.ENDED;
  }
}
