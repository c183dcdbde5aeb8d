package matinee.server.whereabouts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import matinee.server.accounts.AccountId;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.people.Ties;
import matinee.server.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees where people are who are signed in, and lets their friends know, on whichever server either
/// is. Each second this server writes down what has changed of what it sees, and reads of whom
/// others saw something else: two queries, however many people there are. Who comes back within a
/// few seconds, as a page does that is loaded anew, was never away.
///
/// Blocks, but for [#see] and [#listen]. Safe for use by any thread.
public final class Whereabouts implements AutoCloseable {
  /// Whoever is missed for so many rounds is gone.
  static final int ROUNDS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Whereabouts.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /// So often it says that it is at work.
  private static final Duration ALIVE = Duration.ofSeconds(15);

  /// So far back is read again: clocks differ, and a change may be committed long after its time
  /// was taken.
  private static final Duration AGAIN = Duration.ofSeconds(20);

  /// Where this is written among all changes of a transaction: beside what people do.
  private static final long PLACE = Ties.PLACE;

  private final Database database;
  private final String node;
  private final InstantSource clock;
  private final PeriodicTask task;
  private final List<Supplier<Set<Sighting>>> sources = new CopyOnWriteArrayList<>();
  private final Map<AccountId, Set<Runnable>> listeners = new ConcurrentHashMap<>();

  /// Who was written down as being here, and for how many rounds they have been missed.
  private final Map<Sighting, Integer> written = new HashMap<>();

  /// Of when the newest is that the friends of somebody were told.
  private final Map<AccountId, Instant> told = new HashMap<>();

  private final Instant begun;
  private Instant alive = Instant.MIN;

  /// What the server that calls itself `node` sees, as no other does; `clock` agrees with that of
  /// the others to some seconds. Begins after a second.
  public Whereabouts(Database database, String node, InstantSource clock) {
    this(database, node, clock, PERIOD);
  }

  Whereabouts(Database database, String node, InstantSource clock, Duration period) {
    this.database = database;
    this.node = node;
    this.clock = clock;
    begun = clock.instant();
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("whereabouts"),
            Pauses.before(period),
            this::round,
            e -> LOG.warn("could not see where people are", e));
  }

  /// From now on those are seen who are in `source`, which is asked on a thread of its own.
  public void see(Supplier<Set<Sighting>> source) {
    sources.add(source);
  }

  /// Runs `ear` whenever something changes about the friends of `account`, on a thread that must
  /// not be held up, until what is given back is run.
  public Runnable listen(AccountId account, Runnable ear) {
    listeners.computeIfAbsent(account, _ -> ConcurrentHashMap.newKeySet()).add(ear);
    return () ->
        listeners.computeIfPresent(
            account,
            (_, known) -> {
              known.remove(ear);
              return known.isEmpty() ? null : known;
            });
  }

  /// The friends of `me` who are here and let it be seen.
  public List<Present> friends(AccountId me) {
    return database.read(session -> SightingRows.friends(session, me, clock.instant()));
  }

  /// What `account` lets be seen is another thing now.
  public void touch(AccountId account) {
    database.change(PLACE, session -> SightingRows.touch(session, account, clock.instant()));
  }

  /// One round: writes down what is seen here, and tells what others saw.
  synchronized void round() {
    var here = sources.stream().flatMap(it -> it.get().stream()).collect(Collectors.toSet());
    note(here);
    if (!listeners.isEmpty()) {
      tell();
    }
  }

  private void note(Set<Sighting> here) {
    var now = clock.instant();
    if (now.isAfter(alive.plus(SightingRows.GONE))) {
      written.clear(); // whatever it wrote others may have removed
    }
    var come = new HashSet<>(here);
    come.removeAll(written.keySet());
    written.replaceAll((sighting, rounds) -> here.contains(sighting) ? 0 : rounds + 1);
    var gone =
        written.entrySet().stream()
            .filter(it -> it.getValue() >= ROUNDS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    boolean isToLive = !now.isBefore(alive.plus(ALIVE));
    if (come.isEmpty() && gone.isEmpty() && !isToLive) {
      return;
    }
    database.change(
        PLACE,
        session -> {
          if (isToLive) {
            SightingRows.live(session, node, now);
          }
          SightingRows.note(session, node, come, false, now);
          SightingRows.note(session, node, gone, true, now);
        });
    alive = isToLive ? now : alive;
    come.forEach(it -> written.put(it, 0));
    written.keySet().removeAll(gone);
  }

  private void tell() {
    var since = clock.instant().minus(AGAIN);
    var from = since.isAfter(begun) ? since : begun;
    var changed = database.read(session -> SightingRows.since(session, from));
    told.keySet().retainAll(changed.keySet());
    changed.forEach(
        (account, when) -> {
          if (!when.equals(told.put(account, when))) {
            listeners.getOrDefault(account, Set.of()).forEach(Runnable::run);
          }
        });
  }

  /// Sees nobody any more. Where that cannot be written down, friends notice within a minute.
  @Override
  public void close() {
    task.finish();
    try {
      database.change(PLACE, session -> SightingRows.leave(session, node));
    } catch (RuntimeException e) {
      LOG.warn("could not write down that nobody is here any more", e);
    }
  }
}
