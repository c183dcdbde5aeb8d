package matinee.server.socket;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import matinee.server.accounts.DeviceId;
import matinee.server.load.Headroom;
import matinee.server.whereabouts.Sighting;

/// The [Watch] of each event loop, and how many connections all of them watch. Safe for use by any
/// thread.
final class Watches {
  /// From so many connections on, a stop is spread over time.
  private static final int MANY = 100;

  private static final Duration SPREAD = Duration.ofSeconds(5);
  private static final Duration SHORTEST_RETRY = Duration.ofMillis(500);

  private final Map<EventLoop, Watch> watches = new ConcurrentHashMap<>();
  private final Map<Sighting, Integer> signedIn = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;
  private final Headroom headroom;
  private int open;

  Watches(LongSupplier nanoTime, Headroom headroom) {
    this.nanoTime = nanoTime;
    this.headroom = headroom;
  }

  /// The watch of `loop`.
  Watch of(EventLoop loop) {
    return watches.computeIfAbsent(loop, it -> new Watch(it, nanoTime, headroom, this::count));
  }

  /// Ends the connections of devices whose sessions have `ended`.
  void end(Set<DeviceId> ended) {
    watches.values().forEach(watch -> watch.end(ended));
  }

  /// Somebody has come who is signed in, perhaps once more.
  void see(Sighting sighting) {
    signedIn.merge(sighting, 1, Integer::sum);
  }

  /// One who was seen is gone.
  void miss(Sighting sighting) {
    signedIn.computeIfPresent(sighting, (_, times) -> times == 1 ? null : times - 1);
  }

  /// Who is there of those who are signed in.
  Set<Sighting> signedIn() {
    return Set.copyOf(signedIn.keySet());
  }

  private synchronized void count(int change) {
    open += change;
    notifyAll();
  }

  /// Asks every client to come back later: few at once, many spread over 5 s, each with its own
  /// time to come back. Returns when all are gone, or after `patience`.
  void stop(RandomGenerator chance, Duration patience) throws InterruptedException {
    var spread = count() < MANY ? Duration.ZERO : SPREAD;
    watches.values().forEach(watch -> watch.stop(spread, SHORTEST_RETRY, chance));
    awaitNone(spread.plus(patience));
  }

  private synchronized int count() {
    return open;
  }

  private synchronized void awaitNone(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (long left = limit.toMillis(); open > 0 && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
