package matinee.server.tracker;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Introduces peers that know the same issued info hash: passes their offers and answers on, and
/// knows nothing of what comes of them (protocol/TRACKER.md).
///
/// Once a second it cuts who has been idle for too long, and writes one line of the log about those
/// that were cut since the last. Safe for use by any thread.
public final class Tracker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tracker.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Swarms swarms;
  private final Others others;
  private final World world;
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
  private final Map<Ending, Integer> cut = new ConcurrentHashMap<>();
  private final PeriodicTask task;

  /// A monotonic clock in ns, chance, and who counts.
  record World(LongSupplier nanoTime, RandomGenerator chance, TrackerMeter meter) {}

  /// Of the peers in `swarms`, and those of `others`, which end with it.
  Tracker(Swarms swarms, Others others, World world) {
    this.swarms = swarms;
    this.others = others;
    this.world = world;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("tracker"),
            Pauses.before(PERIOD),
            this::sweep,
            e -> LOG.warn("could not look after the tracker", e));
  }

  /// Somebody has come by `outlet`, whose messages are told to what is given back.
  public Visit enter(Outlet outlet) {
    var visit = new Visit(this, outlet);
    visits.add(visit);
    world.meter().open(visits.size());
    return visit;
  }

  void leave(Visit visit) {
    visits.remove(visit);
    world.meter().open(visits.size());
  }

  Swarms swarms() {
    return swarms;
  }

  long nanoTime() {
    return world.nanoTime().getAsLong();
  }

  RandomGenerator chance() {
    return world.chance();
  }

  TrackerMeter meter() {
    return world.meter();
  }

  /// Sends `text` to a peer. A socket that does not read what is sent is cut.
  void send(InfoHash hash, Swarm.Found peer, String text) {
    switch (peer.at()) {
      case Swarm.Here(var outlet, _) -> {
        if (outlet.send(text)) {
          world.meter().passedOn();
        } else {
          cut(outlet, Ending.SLOW_READER);
        }
      }
      case Swarm.Away(var node, _) -> {
        if (others.pass(node, hash, peer.peer(), text)) {
          world.meter().passedOn();
        }
      }
    }
  }

  void cut(Outlet outlet, Ending why) {
    cut.merge(why, 1, Integer::sum);
    world.meter().cut(why);
    outlet.cut(why);
  }

  private void sweep() {
    long now = nanoTime();
    visits.stream().filter(it -> it.isIdle(now)).forEach(it -> it.end(Ending.IDLE));
    swarms.sweep();
    var since = Map.copyOf(cut);
    if (!since.isEmpty()) {
      since.forEach((why, count) -> cut.merge(why, -count, (a, b) -> a + b == 0 ? null : a + b));
      LOG.info("the tracker cut sockets: {}", since);
    }
  }

  /// Sends everybody away.
  @Override
  public void close() {
    task.close();
    visits.forEach(it -> it.outlet().cut(Ending.STOPPING));
    others.close();
  }
}
