package matinee.server.moving;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import matinee.room.Whereabouts;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.journal.History;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlMoves;
import matinee.server.regions.Regions;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Travels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the rooms that have moved away to their new region, and sends their people after them.
///
/// Looks for rooms that have moved away and that nobody is known to have when it is woken, and four
/// times a second: what a server has begun any other of its region ends, also after a crash, and
/// however often a room is brought, it arrives once. A move is not taken back: a region that does
/// not answer gets its rooms when it answers again.
public final class Mover implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Mover.class);
  private static final Duration EVERY = Duration.ofMillis(250);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
  private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(20);
  private static final int AT_ONCE = 20;

  private final Regions regions;
  private final Neighbours neighbours;
  private final SqlMoves moves;
  private final Travels travels;
  private final RoomRegistry rooms;
  private final RoomTime time;
  private final PeriodicTask task;

  /// When rooms were tried last that could not be brought, by their keys.
  private final Map<Long, Instant> tried = new HashMap<>();

  /// The key of the room that was looked at last; from 0 it begins anew.
  private long after;

  /// Begins at once.
  public Mover(
      Regions regions,
      Neighbours neighbours,
      SqlMoves moves,
      Travels travels,
      RoomRegistry rooms,
      RoomTime time) {
    this.regions = regions;
    this.neighbours = neighbours;
    this.moves = moves;
    this.travels = travels;
    this.rooms = rooms;
    this.time = time;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("mover"),
            Pauses.after(EVERY),
            this::look,
            e -> LOG.warn("could not look for rooms that have moved away", e));
  }

  /// A room has moved away. Returns at once, from any thread.
  public void wake() {
    task.wake();
  }

  private void look() {
    bringSome();
    rooms.moved().forEach(this::follow);
  }

  /// Some at a time, in turn: those that cannot go now hold up nobody else.
  private void bringSome() {
    var leaving = moves.leaving(after, AT_ONCE);
    leaving.stream().filter(this::isDue).forEach(this::bring);
    if (leaving.size() == AT_ONCE) {
      after = leaving.getLast().key();
    } else {
      after = 0;
      tried.values().removeIf(at -> at.plus(FORGOTTEN_AFTER).isBefore(time.now()));
    }
  }

  private boolean isDue(History history) {
    var last = tried.get(history.key());
    return last == null || !last.plus(AGAIN_AFTER).isAfter(time.now());
  }

  private void bring(History history) {
    try {
      LOG.info("a room lives in region {} now", brought(history));
      tried.remove(history.key());
    } catch (IOException | RuntimeException e) {
      if (tried.put(history.key(), time.now()) == null) {
        LOG.warn("a room cannot be brought to its region yet: {}", e.toString());
      }
    }
  }

  /// Brings the room, and returns the name of the region that has it now.
  private String brought(History history) throws IOException {
    var state = travels.state(history);
    if (!(state.settings().whereabouts() instanceof Whereabouts.MovedTo(var to))) {
      throw new IllegalStateException("it has not moved away");
    }
    var there =
        regions
            .other(to.value())
            .orElseThrow(() -> new IOException(to.value() + " is none of --regions any more"));
    var shiftMs = neighbours.shiftMs(there.name());
    if (!neighbours.isWell(there.name()) || shiftMs.isEmpty()) {
      throw new IOException(there.name() + " does not answer");
    }
    var luggage = LuggageJson.write(travels.pack(history, state, shiftMs.getAsLong()));
    var answer = neighbours.ask(there, "/api/regions/arrivals", luggage, ARRIVES_WITHIN);
    if (answer.status() != 200) {
      throw new IOException(
          "%s answers %d %s".formatted(there.name(), answer.status(), answer.body()));
    }
    moves.left(history, state.revision(), there.name());
    return there.name();
  }

  /// Once it is there, nobody stays here.
  private void follow(RoomId room) {
    moves.whereTo(room).ifPresent(region -> rooms.departMoved(room, region));
  }

  @Override
  public void close() {
    task.close();
  }
}
