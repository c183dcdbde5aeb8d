package matinee.server.tracker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.sql.Database;
import matinee.server.tracker.Swarm.Away;
import matinee.server.tracker.SwarmRows.Message;
import matinee.server.tracker.SwarmRows.Seat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The trackers of the other servers, reached by rows of the database that all use. Twice a second,
/// and as soon as there is something to pass on, this one writes which peers are here and what is
/// for peers elsewhere, and reads the same of the others.
///
/// At most [#MOST_WAITING] messages wait to be written; what comes beyond them is dropped, for
/// peers offer themselves again. Safe for use by any thread.
final class SqlOthers implements Others {
  private static final Logger LOG = LoggerFactory.getLogger(SqlOthers.class);
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final int MOST_WAITING = 1_000;

  /// So often it says that its peers are still there.
  private static final Duration ALIVE = Duration.ofSeconds(15);

  /// Where this is written among all changes of a transaction: before rooms.
  private static final long PLACE = -8;

  private final Database database;
  private final String node;
  private final InstantSource clock;
  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final PeriodicTask task;
  private volatile Optional<Swarms> here = Optional.empty();

  /// What was written of the peers here; belongs to the task.
  private Map<Seat, Boolean> written = Map.of();

  private Instant alive = Instant.MIN;

  /// As the server called `node`; `clock` agrees with that of the others to a second or so.
  SqlOthers(Database database, String node, InstantSource clock) {
    this.database = database;
    this.node = node;
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("tracker-others"),
            Pauses.before(PERIOD),
            this::round,
            e -> LOG.warn("could not exchange peers with other servers", e));
  }

  @Override
  public void know(Swarms swarms) {
    here = Optional.of(swarms);
  }

  @Override
  public Map<Binary, Away> of(InfoHash hash) {
    return database
        .read(session -> SwarmRows.away(session, hash, node, clock.millis()))
        .getOrDefault(hash, Map.of());
  }

  @Override
  public boolean pass(String to, InfoHash hash, Binary peer, String text) {
    boolean isTaken = waiting.offer(new Message(to, new Seat(hash, peer), text));
    task.wake();
    return isTaken;
  }

  private void round() {
    if (here.isPresent()) {
      exchange(here.get());
    }
  }

  private void exchange(Swarms swarms) {
    var inUse = swarms.inUse();
    var seats = new HashMap<Seat, Boolean>();
    inUse.forEach(
        (hash, swarm) ->
            swarm.here().forEach((peer, complete) -> seats.put(new Seat(hash, peer), complete)));
    if (seats.isEmpty() && written.isEmpty() && waiting.isEmpty()) {
      return;
    }
    write(seats);
    var messages = take();
    var away = database.read(session -> SwarmRows.away(session, node, clock.millis()));
    inUse.forEach((hash, swarm) -> swarm.know(away.getOrDefault(hash, Map.of())));
    // Not before their authors are known: answers come at once.
    for (var message : messages) {
      swarms
          .find(message.to().hash())
          .flatMap(it -> it.find(message.to().peer()))
          .ifPresent(at -> deliver(at, message.text()));
    }
  }

  private static void deliver(Swarm.Reached at, String text) {
    if (at instanceof Swarm.Here(var outlet, _)) {
      outlet.send(text);
    }
  }

  private void write(Map<Seat, Boolean> seats) {
    var now = clock.instant();
    if (now.isAfter(alive.plus(SwarmRows.GOOD_FOR))) {
      written = Map.of(); // whatever it wrote others may have removed
    }
    var come = new HashMap<>(seats);
    come.entrySet().removeAll(written.entrySet());
    var gone = new ArrayList<>(written.keySet());
    gone.removeAll(seats.keySet());
    var passed = new ArrayList<Message>();
    waiting.drainTo(passed);
    boolean isToLive = !now.isBefore(alive.plus(ALIVE));
    if (come.isEmpty() && gone.isEmpty() && passed.isEmpty() && !isToLive) {
      return;
    }
    database.change(
        PLACE,
        session -> {
          if (isToLive) {
            SwarmRows.live(session, node, now);
          }
          SwarmRows.come(session, node, come, now);
          SwarmRows.gone(session, node, gone);
          SwarmRows.pass(session, passed, now);
        });
    written = Map.copyOf(seats);
    alive = isToLive ? now : alive;
  }

  private List<Message> take() {
    var there = database.read(session -> SwarmRows.isAny(session, node));
    return there ? database.write(PLACE, session -> SwarmRows.take(session, node)) : List.of();
  }

  /// What the others know of the peers here is over within a minute, where it cannot be written
  /// down that they have left.
  @Override
  public void close() {
    task.finish();
    try {
      database.change(
          PLACE, session -> SwarmRows.gone(session, node, List.copyOf(written.keySet())));
    } catch (RuntimeException e) {
      LOG.warn("could not write down that no peers are here any more", e);
    }
  }
}
