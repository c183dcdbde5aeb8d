package matinee.server.load;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Says who may come in now: nobody while memory is short, and of many at once only so many a
/// second, for a crowd that comes back at the same time must not keep those who are here from being
/// served.
///
/// Who has to wait is told how long, each a little longer than the one before, so that they come
/// spread over time. Never blocks; safe for use by any thread.
public final class Reception {
  private static final Duration UNTIL_AMPLE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Headroom headroom;
  private final long everyNanos;
  private final LongSupplier nanoTime;

  /// When the last one let in would have come in, had they come evenly.
  private long inAtNanos;

  /// When the last one sent away is to be let in.
  private long backAtNanos;

  /// `perSecond` come in, 1 or more, and as many at once; `nanoTime` is monotonic.
  public Reception(Headroom headroom, int perSecond, LongSupplier nanoTime) {
    this.headroom = headroom;
    everyNanos = SECOND / perSecond;
    this.nanoTime = nanoTime;
    inAtNanos = nanoTime.getAsLong() - SECOND;
    backAtNanos = inAtNanos;
  }

  /// Lets one more in, or says after which time to ask again.
  public Optional<Duration> enter() {
    return take(nanoTime.getAsLong(), headroom.isShort());
  }

  private synchronized Optional<Duration> take(long now, boolean isShort) {
    if (isShort) {
      return Optional.of(later(now, UNTIL_AMPLE));
    }
    long next = Math.max(inAtNanos + everyNanos, now - SECOND + everyNanos);
    if (next <= now) {
      inAtNanos = next;
      return Optional.empty();
    }
    return Optional.of(later(now, Duration.ZERO));
  }

  /// After whom was sent away last, and not before `least`.
  private Duration later(long now, Duration least) {
    long next = Math.max(backAtNanos, now + least.toNanos()) + everyNanos;
    backAtNanos = Math.min(next, now + LONGEST.toNanos());
    return Duration.ofNanos(backAtNanos - now);
  }
}
