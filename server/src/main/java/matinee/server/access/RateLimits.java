package matinee.server.access;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Counts what each remote address does against the table [Rate]. Remembers at most 50,000 pairs of
/// address and rate; beyond that the one unused for longest is forgotten. Never blocks; safe for
/// use by any thread.
public final class RateLimits {
  private static final int CAPACITY = 50_000;

  private final LongSupplier nanoTime;

  /// When each bucket will be full again, in the order of last use. A bucket is full when that is
  /// not in the future.
  private final Map<Key, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(Rate rate, String address) {}

  /// `nanoTime` is monotonic.
  public RateLimits(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Takes one use of `rate` for `address`. Empty if there was one; else how long until there is.
  public Optional<Duration> take(Rate rate, String address) {
    long now = nanoTime.getAsLong();
    long every = rate.every().toNanos();
    var key = new Key(rate, address);
    synchronized (fullAt) {
      long debt = Math.max(0, fullAt.getOrDefault(key, now) - now);
      long room = every * rate.burst();
      if (debt + every > room) {
        return Optional.of(Duration.ofNanos(debt + every - room));
      }
      fullAt.put(key, now + debt + every);
      if (fullAt.size() > CAPACITY) {
        forgetOldest();
      }
      return Optional.empty();
    }
  }

  private void forgetOldest() {
    Iterator<Key> oldest = fullAt.keySet().iterator();
    oldest.next();
    oldest.remove();
  }
}
