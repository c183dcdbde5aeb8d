package matinee.server.supplies;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import matinee.room.Available;
import matinee.room.Length;
import matinee.room.MediaRef;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.journal.RoomId;
import matinee.server.library.FilmId;
import matinee.server.library.Growth;
import matinee.server.library.Growths;
import matinee.server.rooms.Letter;
import matinee.server.rooms.RoomRegistry;
import matinee.server.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the rooms that this server keeps how much is there of their films, as whichever server
/// takes these in has noted: of each that was loaded once, and of those on their way in again and
/// again, at most every 2 s in each room (UP1).
///
/// Each half second it looks at what rooms show, and asks the database of films that are on their
/// way or were not looked at before. Safe for use by any thread.
public final class Supplies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supplies.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  /// A room is told that there is more at most so often.
  private static final Duration TOLD_EVERY = Duration.ofSeconds(2);

  private final Growths growths;
  private final InstantSource clock;
  private final PeriodicTask task;

  /// What was loaded in a room, by which event.
  private record Showing(RoomId room, FilmId film, long loadedRevision) {}

  /// Those that were found to be whole when they were looked at first.
  private final Set<Showing> whole = new HashSet<>();

  /// When rooms were told last that there is more.
  private final Map<Showing, Instant> told = new HashMap<>();

  private volatile Optional<RoomRegistry> rooms = Optional.empty();

  /// Of films in `database`; begins with [#keep].
  public Supplies(Database database, InstantSource clock) {
    growths = new Growths(database);
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("supplies"),
            Pauses.before(PERIOD),
            this::round,
            e -> LOG.warn("could not find out how much is there of films", e));
  }

  /// From now on `kept` are told.
  public void keep(RoomRegistry kept) {
    rooms = Optional.of(kept);
  }

  private void round() {
    rooms.ifPresent(this::tell);
  }

  private void tell(RoomRegistry kept) {
    var shown = new HashMap<Showing, Stage.Loaded>();
    kept.withUploads()
        .forEach(
            (room, state) -> showing(room, state).ifPresent(it -> shown.put(it, loaded(state))));
    whole.retainAll(shown.keySet());
    told.keySet().retainAll(shown.keySet());
    var open = new HashMap<>(shown);
    open.keySet().removeAll(whole);
    if (open.isEmpty()) {
      return;
    }
    var films = open.keySet().stream().map(Showing::film).collect(Collectors.toSet());
    var found = growths.of(films);
    open.forEach(
        (showing, stage) ->
            letter(showing, stage, found.getOrDefault(showing.film(), new Growth.Gone()))
                .ifPresent(letter -> kept.post(showing.room(), letter)));
  }

  private static Optional<Showing> showing(RoomId room, RoomState state) {
    return state.stage() instanceof Stage.Loaded loaded
            && loaded.media().ref() instanceof MediaRef.Upload(var film)
            && FilmId.isWellFormed(film)
        ? Optional.of(new Showing(room, new FilmId(film), loaded.loadedRevision()))
        : Optional.empty();
  }

  private static Stage.Loaded loaded(RoomState state) {
    return (Stage.Loaded) state.stage();
  }

  /// What the room has to be told, if anything.
  private Optional<Letter> letter(Showing showing, Stage.Loaded stage, Growth growth) {
    var film = new MediaRef.Upload(showing.film().value());
    boolean isComing = stage.available() instanceof Available.Until;
    return switch (growth) {
      case Growth.Coming(long ms) -> {
        var available = new Available.Until(Math.min(ms, Length.Known.MAX_MS));
        var now = clock.instant();
        var last = told.get(showing);
        if (stage.available().equals(available)
            || (last != null && now.isBefore(last.plus(TOLD_EVERY)))) {
          yield Optional.empty();
        }
        told.put(showing, now);
        yield Optional.of(new Letter.Supplied(film, Optional.of(available)));
      }
      case Growth.Whole _, Growth.Gone _ when !isComing -> {
        whole.add(showing);
        yield Optional.empty();
      }
      case Growth.Whole _ -> Optional.of(new Letter.Supplied(film, Optional.of(Available.All.ALL)));
      case Growth.Gone _ -> Optional.of(new Letter.Supplied(film, Optional.empty()));
    };
  }

  @Override
  public void close() {
    task.close();
  }
}
