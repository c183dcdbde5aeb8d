package matinee.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// I8: no node ends but those that the trial ends; none says that something of its own went wrong;
/// nobody is answered with status 500, with what cannot be read, or told to have sent such.
///
/// That a room failed because its database did is no fault of the node, nor is that somebody
/// knocked in the instant in which it closed its door.
final class SameProcess implements Check {
  private static final Pattern FAULT =
      Pattern.compile(
          "Exception in thread|a fault of the program|OutOfMemoryError|StackOverflowError"
              + "|NullPointerException|IllegalStateException|ConcurrentModificationException"
              + "|IndexOutOfBounds|ClassCastException|LEAK:| ERROR Failures:");
  private static final String CLOSING = "Failed to register an accepted channel";
  private static final int FAILED = 500;
  private static final int SHOWN = 5;

  @Override
  public List<String> broken(Evidence evidence) {
    var broken = new ArrayList<String>();
    for (var node : evidence.nodes()) {
      if (!node.runs()) {
        broken.add(node.name() + " does not run");
      }
      if (node.starts() != node.endings() + 1) {
        broken.add(
            "%s ended by itself: started %d times, made to end %d times"
                .formatted(node.name(), node.starts(), node.endings()));
      }
      faults(node.said()).stream()
          .limit(SHOWN)
          .forEach(line -> broken.add(node.name() + " said: " + line));
    }
    for (var history : evidence.histories()) {
      history
          .all(Entry.Status.class)
          .filter(one -> one.status() == FAILED)
          .forEach(one -> broken.add(history + ": " + one.path() + " was answered by 500"));
      history
          .all(Entry.Nonsense.class)
          .forEach(one -> broken.add(history + " could not make sense of " + one.what()));
    }
    return broken;
  }

  private static List<String> faults(List<String> said) {
    var faults = new ArrayList<String>();
    var before = "";
    for (var line : said) {
      if (FAULT.matcher(line).find() && !before.contains(CLOSING)) {
        faults.add(line);
      }
      before = line;
    }
    return faults;
  }
}
