package matinee.room;

import java.time.Duration;
import java.time.Instant;

/// Whether and how long the others still wait for a member.
///
/// `excused` means not at all, by the member's own wish (GA8). Else the room grants each member
/// [#GRANT] within an hour: `spentMs`, 0 or more, is what had been spent of it at room time `at`.
/// It is forgiven evenly, so that the whole grant is there again after an hour in which nobody
/// waited (GA7).
public record Grace(boolean excused, long spentMs, Instant at) {
  /// For how long the room waits for one member within an hour (GA7).
  static final Duration GRANT = Duration.ofSeconds(60);

  /// With whom less than this is left the room does not wait: a stop that short helps nobody.
  private static final Duration LEAST = Duration.ofSeconds(2);

  private static final long FORGIVEN_EVERY_MS = Duration.ofHours(1).toMillis() / GRANT.toMillis();

  /// Nobody has waited for this member yet.
  public static final Grace WHOLE = new Grace(false, 0, Instant.EPOCH);

  public Grace {
    if (spentMs < 0) {
      throw new IllegalArgumentException("spentMs must not be negative");
    }
  }

  /// How long the room would still wait at `now`; zero when the grant is used up.
  Duration left(Instant now) {
    long left = GRANT.toMillis() - spentAt(now);
    return Duration.ofMillis(Math.max(0, left));
  }

  /// Is there not enough left at `now` to wait once more?
  boolean isUsedUp(Instant now) {
    return left(now).compareTo(LEAST) < 0;
  }

  /// The same after the others waited for `waited`, until `now`.
  Grace spent(Duration waited, Instant now) {
    return new Grace(excused, spentAt(now) + waited.toMillis(), now);
  }

  /// The same by a clock that shows `ms` more.
  Grace shifted(long ms) {
    return spentMs == 0 ? this : new Grace(excused, spentMs, at.plusMillis(ms));
  }

  Grace excused(boolean nowExcused) {
    return new Grace(nowExcused, spentMs, at);
  }

  private long spentAt(Instant now) {
    long since = Math.max(0, Duration.between(at, now).toMillis());
    return Math.max(0, spentMs - since / FORGIVEN_EVERY_MS);
  }
}
