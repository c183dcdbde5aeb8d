package matinee.room;

import java.time.Instant;

/// An event with its place in the room's history: `revision` counts from 1 without gaps (OR1), `at`
/// is the room time at which it was decided and never goes back (OR2).
public record Recorded(long revision, Instant at, Author author, Event event) {

  public Recorded {
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1");
    }
  }
}
