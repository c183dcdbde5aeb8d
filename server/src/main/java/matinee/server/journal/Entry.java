package matinee.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One event in a history: `body` is the JSON text that every member receives (WI5), `kind` its
/// `type`, `about` the revision of the line of the chat that it happens to (CH3), if it does, and
/// `deed` what is written down of it when it is appended, if anything: who reads the history is not
/// told that. `at` counts to the millisecond.
public record Entry(
    long revision, Instant at, String kind, String body, OptionalLong about, Optional<Deed> deed) {

  /// Nothing is written down of it.
  public Entry(long revision, Instant at, String kind, String body, OptionalLong about) {
    this(revision, at, kind, body, about, Optional.empty());
  }

  /// It happens to no line of the chat.
  public Entry(long revision, Instant at, String kind, String body) {
    this(revision, at, kind, body, OptionalLong.empty());
  }

  /// The same, which is `next`.
  public Entry with(Deed next) {
    return new Entry(revision, at, kind, body, about, Optional.of(next));
  }

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
