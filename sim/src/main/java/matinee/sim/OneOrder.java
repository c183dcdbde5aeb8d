package matinee.sim;

import java.util.List;
import matinee.room.Author;
import matinee.room.CommandId;
import matinee.room.MemberId;
import matinee.room.Recorded;

/// I2, OR1, OR2, OR4: events are numbered without gaps, their time never goes back, those of one
/// command stand together, and the file holds in the end what was seen going in.
final class OneOrder implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var all = world.chronicle().book().events();
    int first = all.size() - events.size();
    for (int i = first; i < all.size(); i++) {
      if (all.get(i).revision() != i + 1) {
        throw broken("event " + all.get(i) + " stands at " + (i + 1));
      }
      if (i > 0 && all.get(i).at().isBefore(all.get(i - 1).at())) {
        throw broken("time went back at " + all.get(i) + " after " + all.get(i - 1));
      }
    }
    if (first > 0
        && all.get(first).author() instanceof Author.ByMember(MemberId _, CommandId _)
        && all.get(first).author().equals(all.get(first - 1).author())) {
      throw broken("the events of a command came in two pieces: " + all.get(first));
    }
  }

  @Override
  public void conclude(World world) {
    var file = world.disk().everything().stream().map(Chronicle::event).toList();
    if (!file.equals(world.chronicle().book().events())) {
      throw broken("the file holds something else than went in");
    }
  }
}
