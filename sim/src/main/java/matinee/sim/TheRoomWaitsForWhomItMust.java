package matinee.sim;

import java.util.List;
import matinee.room.Playback;
import matinee.room.Recorded;
import matinee.room.Stage;

/// GA2, GA3: after everything that happens at once, a room that plays has nobody to wait for, and a
/// room that waits has somebody, or waits for the film (UP3).
final class TheRoomWaitsForWhomItMust implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var state = world.chronicle().book().last();
    if (!(state.stage() instanceof Stage.Loaded loaded)) {
      return;
    }
    boolean nobodyHere = state.members().stream().noneMatch(member -> member.isHere());
    boolean needed = !state.waitedFor().isEmpty();
    if (loaded.playback() instanceof Playback.Playing && needed) {
      throw broken("plays without " + state.waitedFor());
    }
    if (loaded.playback() instanceof Playback.Waiting
        && !needed
        && !nobodyHere
        && !loaded.isShort()) {
      throw broken("waits for nobody: " + state);
    }
  }
}
