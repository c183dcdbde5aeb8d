package matinee.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiPredicate;
import matinee.room.MediaRef;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.server.access.FilmGrant;
import matinee.server.access.Pass;
import matinee.server.journal.RoomId;
import matinee.server.library.FilmId;
import matinee.server.library.Films;
import matinee.server.library.Showing;
import matinee.server.rooms.Rooms;

/// Who may read which film now: a member who has a place in a room where the film is loaded, and a
/// good pass.
///
/// A player asks for a film in many ranges. Where another server keeps the room, the database would
/// be asked for all of it each time; so what was found is good for 2 s, and whoever was put out or
/// signed out loses the film within that time, who was put out at once where the room is kept. That
/// somebody may not read is never remembered, nor how far a film on its way in has come. Bounds:
/// the last 4,096 addresses, about 3 MB. May block on the database. Safe for use by any thread.
final class FilmAccess {
  static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final int CAPACITY = 4_096;

  private final Rooms rooms;
  private final Films films;
  private final BiPredicate<RoomId, Pass> isGood;
  private final InstantSource clock;

  /// In the order in which they were found.
  private final SequencedMap<FilmGrant, Found> remembered = new LinkedHashMap<>();

  private record Found(Showing showing, Instant at) {}

  /// `isGood` tells which passes are; it may block.
  FilmAccess(Rooms rooms, Films films, BiPredicate<RoomId, Pass> isGood, InstantSource clock) {
    this.rooms = rooms;
    this.films = films;
    this.isGood = isGood;
    this.clock = clock;
  }

  /// The film called `film`, which has to be loaded in `room`, and may be on its way in. Throws
  /// [Refusal].
  Showing showing(RoomId room, FilmId film) {
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    return Optional.of(film)
        .filter(it -> isLoaded(it.value(), state))
        .flatMap(films::showing)
        .orElseThrow(() -> new Refusal(Problem.filmUnknown()));
  }

  /// The film that `grant`, which was signed here, lets its member read now.
  Optional<Showing> showing(FilmGrant grant) {
    var now = clock.instant();
    if (!now.isBefore(grant.until())) {
      return Optional.empty();
    }
    var kept = rooms.kept(grant.room());
    if (kept.isPresent() && !allows(kept.get(), grant)) {
      return Optional.empty();
    }
    return recall(grant, now).or(() -> look(grant, now));
  }

  private synchronized Optional<Showing> recall(FilmGrant grant, Instant now) {
    return Optional.ofNullable(remembered.get(grant))
        .filter(found -> Duration.between(found.at(), now).compareTo(REMEMBERED) < 0)
        .map(Found::showing);
  }

  private Optional<Showing> look(FilmGrant grant, Instant now) {
    var showing =
        rooms
            .state(grant.room())
            .filter(state -> allows(state, grant))
            .filter(_ -> isGood.test(grant.room(), grant.pass()))
            .flatMap(_ -> films.showing(new FilmId(grant.film())));
    showing.filter(Showing::isWhole).ifPresent(found -> remember(grant, new Found(found, now)));
    return showing;
  }

  private synchronized void remember(FilmGrant grant, Found found) {
    remembered.putLast(grant, found);
    if (remembered.size() > CAPACITY) {
      remembered.pollFirstEntry();
    }
  }

  private static boolean allows(RoomState state, FilmGrant grant) {
    return state.member(grant.pass().member()).isPresent() && isLoaded(grant.film(), state);
  }

  /// Is the film called `film` loaded in the room that is in `state`?
  private static boolean isLoaded(String film, RoomState state) {
    return switch (state.stage()) {
      case Stage.Idle _ -> false;
      case Stage.Loaded loaded -> loaded.media().ref().equals(new MediaRef.Upload(film));
    };
  }
}
