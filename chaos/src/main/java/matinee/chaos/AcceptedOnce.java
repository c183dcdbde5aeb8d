package matinee.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.room.Author;
import matinee.room.Event;

/// I1: a command that was answered with "accepted" is in the history once, and begins at the
/// revision that the answer named; one that was rejected never; one without an answer once at most.
///
/// A command that is sent again when 256 others are in the history since is rejected whatever
/// became of it (ID5): that proves nothing. A rejection that stands in the history (ID6) is no
/// effect.
final class AcceptedOnce implements Check {
  private static final int REMEMBERED = 256;

  @Override
  public List<String> broken(Evidence evidence) {
    var broken = new ArrayList<String>();
    evidence.truths().forEach((room, truth) -> findDoubled(room, truth, broken));
    for (var history : evidence.histories()) {
      var effects = effects(evidence.truthOf(history));
      for (var entry : history.entries()) {
        switch (entry) {
          case Entry.Accepted(_, _, var id, long revision) -> {
            var at = effects.get(history.key(id));
            if (at == null || at.revision != revision) {
              var found = at == null ? "is not in the history" : "stands at " + at.revision;
              broken.add(history + ": " + id + " was accepted at " + revision + " but " + found);
            }
          }
          case Entry.Rejected(_, _, var id, var reason) -> {
            var at = effects.get(history.key(id));
            if (at != null && !(reason.equals("STALE") && isForgotten(at, effects))) {
              broken.add(
                  history + ": " + id + " was rejected as " + reason + " but is at " + at.revision);
            }
          }
          default -> {}
        }
      }
    }
    return broken;
  }

  /// Where a command's effect begins: the revision, and how many commands took effect before it.
  private record Effect(long revision, int number) {}

  private static Map<History.Key, Effect> effects(Truth truth) {
    var effects = new HashMap<History.Key, Effect>();
    for (var event : truth.events()) {
      if (event.author() instanceof Author.ByMember(var member, var command)
          && !(event.event() instanceof Event.Refused)) {
        effects.putIfAbsent(
            new History.Key(member, command), new Effect(event.revision(), effects.size()));
      }
    }
    return effects;
  }

  private static boolean isForgotten(Effect effect, Map<History.Key, Effect> all) {
    return all.size() - effect.number > REMEMBERED;
  }

  /// The events of one command stand together: one further on is a second effect.
  private static void findDoubled(String room, Truth truth, List<String> broken) {
    var last = new HashMap<History.Key, Long>();
    for (var event : truth.events()) {
      if (event.author() instanceof Author.ByMember(var member, var command)) {
        var before = last.put(new History.Key(member, command), event.revision());
        if (before != null && before != event.revision() - 1) {
          broken.add(
              room + ": " + command + " took effect at " + before + " and " + event.revision());
        }
      }
    }
  }
}
