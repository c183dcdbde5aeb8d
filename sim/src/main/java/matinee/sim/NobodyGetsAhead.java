package matinee.sim;

import java.util.List;
import matinee.room.Available;
import matinee.room.Playback;
import matinee.room.Recorded;
import matinee.room.Stage;

/// UP1 to UP3: whatever happens, the room is nowhere where nothing is of its film, and is asked
/// anew before its line gets there.
final class NobodyGetsAhead implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var state = world.chronicle().book().last();
    if (!(state.stage() instanceof Stage.Loaded loaded)
        || !(loaded.available() instanceof Available.Until(long ms))) {
      return;
    }
    if (loaded.playback().positionAt(state.at()) > ms) {
      throw broken("is where nothing is yet: " + loaded);
    }
    if (loaded.playback() instanceof Playback.Playing(var line)
        && state.deadline().filter(due -> !due.isAfter(line.timeOf(ms))).isEmpty()) {
      throw broken("runs to where nothing is: " + state);
    }
  }
}
