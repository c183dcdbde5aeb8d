package matinee.host;

import java.time.Duration;
import java.time.Instant;
import matinee.wire.Signal;

/// How often one member signals (SI2): typing once in 3 s, and 5 cheers a second. Used by one
/// thread.
final class Pace {
  private static final Duration BETWEEN_TYPING = Duration.ofSeconds(3);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int CHEERS_PER_SECOND = 5;

  private Instant typingFrom = Instant.MIN;
  private Instant cheersUntil = Instant.MIN;
  private int cheers;

  /// May `signal` pass now? If so, it is counted.
  boolean lets(Signal signal, Instant now) {
    return switch (signal) {
      case Signal.Typing _ -> letsTyping(now);
      case Signal.Cheer _ -> letsCheer(now);
    };
  }

  private boolean letsTyping(Instant now) {
    if (now.isBefore(typingFrom)) {
      return false;
    }
    typingFrom = now.plus(BETWEEN_TYPING);
    return true;
  }

  private boolean letsCheer(Instant now) {
    if (!now.isBefore(cheersUntil)) {
      cheersUntil = now.plus(SECOND);
      cheers = 0;
    }
    return ++cheers <= CHEERS_PER_SECOND;
  }

  /// Would a new one let pass as much at `now`?
  boolean isOver(Instant now) {
    return !now.isBefore(typingFrom) && !now.isBefore(cheersUntil);
  }
}
