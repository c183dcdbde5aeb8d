package matinee.room;

import java.time.Instant;

/// Since when a member has its place, and when it last said something: when it joined, if nothing
/// yet (CH2).
public record Stay(Instant joinedAt, Instant spokeAt) {

  /// That of somebody who joins now.
  public static Stay from(Instant now) {
    return new Stay(now, now);
  }

  Stay spoke(Instant at) {
    return new Stay(joinedAt, at);
  }
}
