package matinee.room;

import java.time.Duration;
import java.time.Instant;

/// The instant at which a command is decided, and how far ahead of it a change is scheduled so that
/// the slowest member present can apply it together with the others (PB3).
///
/// `lead` is 0 to 1,200 ms; see [#leadFor]. Both are cut to whole milliseconds, as the history
/// keeps them: else the state in memory and the state read back from the history would differ
/// (OR3).
public record Moment(Instant now, Duration lead) {
  private static final long MIN_LEAD_MS = 150;
  private static final long MAX_LEAD_MS = 1_200;

  public Moment {
    if (lead.isNegative() || lead.toMillis() > MAX_LEAD_MS) {
      throw new IllegalArgumentException("lead must be 0 to " + MAX_LEAD_MS + " ms");
    }
    now = Instant.ofEpochMilli(now.toEpochMilli());
    lead = Duration.ofMillis(lead.toMillis());
  }

  /// The lead for a room whose slowest member has this round trip: three quarters of it and 120 ms
  /// for the player, from 150 ms to 1,200 ms.
  public static Duration leadFor(Duration worstRoundTrip) {
    long ms = worstRoundTrip.toMillis() * 3 / 4 + 120;
    return Duration.ofMillis(Math.max(MIN_LEAD_MS, Math.min(ms, MAX_LEAD_MS)));
  }

  /// When a change decided at this moment takes effect.
  public Instant effect() {
    return now.plus(lead);
  }
}
