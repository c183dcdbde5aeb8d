package matinee.server.access;

import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Tokens that nobody can guess, each standing for something once, within its lifetime.
///
/// Holds `capacity` of them; beyond that the oldest gives way. Never blocks. Safe for use by any
/// thread.
final class OneUse<T> {
  private static final int RANDOM_BYTES = 24;

  private final RandomGenerator chance;
  private final LongSupplier nanoTime;
  private final long lifetimeNanos;
  private final int capacity;
  private final Map<String, Issued<T>> issued = new LinkedHashMap<>();

  private record Issued<T>(T meaning, long atNanos) {}

  /// `chance` must be a cryptographic source and safe for use by many threads; `nanoTime` is
  /// monotonic.
  OneUse(RandomGenerator chance, LongSupplier nanoTime, Duration lifetime, int capacity) {
    this.chance = chance;
    this.nanoTime = nanoTime;
    this.lifetimeNanos = lifetime.toNanos();
    this.capacity = capacity;
  }

  /// A new token that stands for `meaning` once: 32 characters of `A-Z a-z 0-9 - _`.
  String issue(T meaning) {
    var bytes = new byte[RANDOM_BYTES];
    chance.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    long now = nanoTime.getAsLong();
    synchronized (issued) {
      dropOld(now);
      issued.put(token, new Issued<>(meaning, now));
    }
    return token;
  }

  /// What `token` stands for, if it is good; it is not good again.
  Optional<T> redeem(String token) {
    long now = nanoTime.getAsLong();
    synchronized (issued) {
      return Optional.ofNullable(issued.remove(token))
          .filter(found -> !isOver(found, now))
          .map(Issued::meaning);
    }
  }

  /// The map keeps the order of issue, so that what is over stands at its front.
  private void dropOld(long now) {
    Iterator<Issued<T>> oldest = issued.values().iterator();
    while (oldest.hasNext()) {
      var next = oldest.next();
      if (!isOver(next, now) && issued.size() < capacity) {
        return;
      }
      oldest.remove();
    }
  }

  private boolean isOver(Issued<T> one, long now) {
    return now - one.atNanos() >= lifetimeNanos;
  }
}
