package matinee.chaos;

import java.util.ArrayList;
import java.util.List;

/// I2: what a client is told of a room goes on by one revision at a time, over all its connections;
/// a step over more is a snapshot, which is never older than what the client had. The history has
/// no hole and no revision twice (OR1).
final class RevisionsRise implements Check {

  @Override
  public List<String> broken(Evidence evidence) {
    var broken = new ArrayList<String>();
    evidence.truths().forEach((room, truth) -> follow(room, truth, broken));
    evidence.histories().forEach(history -> follow(history, broken));
    return broken;
  }

  private static void follow(String room, Truth truth, List<String> broken) {
    long revision = 0;
    for (var event : truth.events()) {
      if (event.revision() != revision + 1) {
        broken.add(room + ": the history has " + event.revision() + " after " + revision);
      }
      revision = event.revision();
    }
  }

  private static void follow(History history, List<String> broken) {
    var epoch = "";
    long revision = 0;
    for (var entry : history.entries()) {
      switch (entry) {
        case Entry.Shown(double atMs, var of, long shown, _) -> {
          if (of.equals(epoch) && shown < revision) {
            broken.add("%s: was shown %d after %d%s".formatted(history, shown, revision, at(atMs)));
          }
          epoch = of;
          revision = shown;
        }
        case Entry.Told(double atMs, _, long told, _) -> {
          if (told != revision + 1) {
            broken.add("%s: was told %d after %d%s".formatted(history, told, revision, at(atMs)));
          }
          revision = told;
        }
        case Entry.Gap(double atMs, _, long known, long came) ->
            broken.add("%s: %d came after %d%s".formatted(history, came, known, at(atMs)));
        default -> {}
      }
    }
  }

  private static String at(double atMs) {
    return ", %.1f s into the trial".formatted(atMs / 1e3);
  }
}
