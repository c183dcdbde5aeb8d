package matinee.server.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Counts what each remote address does against the table [Rate]. Remembers a pair of address and
/// rate until its bucket is full again and none that was used before it is not; of more than 50,000
/// the one unused for longest is forgotten. Of several servers each lets its share through. Never
/// blocks; safe for use by any thread.
public final class RateLimits {
  private static final int CAPACITY = 50_000;

  private final LongSupplier nanoTime;
  private final IntSupplier servers;

  /// When each bucket will be full again, in the order of last use. A bucket is full when that is
  /// not in the future.
  private final SequencedMap<Key, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(Rate rate, String address) {}

  /// `nanoTime` is monotonic; `servers`, 1 or more, are those among which the table is divided.
  public RateLimits(LongSupplier nanoTime, IntSupplier servers) {
    this.nanoTime = nanoTime;
    this.servers = servers;
  }

  /// Takes one use of `rate` for `address`. Empty if there was one; else how long until there is.
  public Optional<Duration> take(Rate rate, String address) {
    long now = nanoTime.getAsLong();
    long full = rate.every().toNanos() * rate.burst();
    long every = Math.min(rate.every().toNanos() * servers.getAsInt(), full);
    var key = new Key(rate, address);
    synchronized (fullAt) {
      long debt = Math.max(0, fullAt.getOrDefault(key, now) - now);
      if (debt + every > full) {
        return Optional.of(Duration.ofNanos(debt + every - full));
      }
      fullAt.put(key, now + debt + every);
      forget(now);
      return Optional.empty();
    }
  }

  /// How many pairs are remembered.
  int remembered() {
    synchronized (fullAt) {
      return fullAt.size();
    }
  }

  /// A full bucket says no more than none.
  private void forget(long now) {
    while (!fullAt.isEmpty() && fullAt.firstEntry().getValue() - now <= 0) {
      fullAt.pollFirstEntry();
    }
    if (fullAt.size() > CAPACITY) {
      fullAt.pollFirstEntry();
    }
  }
}
