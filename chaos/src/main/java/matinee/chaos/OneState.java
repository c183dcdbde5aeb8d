package matinee.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// I3, OR3: whoever is at a revision of a room has the state that the room's history makes of it,
/// whichever node told it.
final class OneState implements Check {

  @Override
  public List<String> broken(Evidence evidence) {
    var broken = new ArrayList<String>();
    var prints = new HashMap<String, long[]>();
    for (var history : evidence.histories()) {
      var truth = evidence.truthOf(history);
      var states = prints.computeIfAbsent(history.room(), _ -> prints(truth));
      for (var entry : history.entries()) {
        switch (entry) {
          case Entry.Shown(_, var epoch, long revision, long state) ->
              compare(history, truth, states, epoch, revision, state, broken);
          case Entry.Told(_, var epoch, long revision, long state) ->
              compare(history, truth, states, epoch, revision, state, broken);
          default -> {}
        }
      }
    }
    return broken;
  }

  private static long[] prints(Truth truth) {
    return truth.states().stream().mapToLong(Fingerprint::of).toArray();
  }

  private static void compare(
      History history,
      Truth truth,
      long[] states,
      String epoch,
      long revision,
      long state,
      List<String> broken) {
    if (!epoch.equals(truth.epoch()) || revision >= states.length) {
      broken.add(history + " knows of " + epoch + " " + revision + ", which nobody wrote");
    } else if (states[(int) revision] != state) {
      broken.add(history + " had another state at " + revision + " than the history makes of it");
    }
  }
}
