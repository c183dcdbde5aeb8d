package matinee.server.journal;

import java.time.Instant;
import java.util.List;

/// One event in a history: `body` is the JSON text that every member receives (WI5), `kind` its
/// `type`. `at` counts to the millisecond.
public record Entry(long revision, Instant at, String kind, String body) {

  /// Throws unless `entries` are the events after `expected`, at least one, without gaps (OR1).
  static void checkFollowing(long expected, List<Entry> entries) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("nothing to append");
    }
    long next = expected + 1;
    for (var entry : entries) {
      if (entry.revision() != next++) {
        throw new IllegalArgumentException(
            "event " + entry.revision() + " does not follow " + (next - 2));
      }
    }
  }
}
