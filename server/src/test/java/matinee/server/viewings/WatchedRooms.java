package matinee.server.viewings;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.room.Author;
import matinee.room.Cause;
import matinee.room.Event;
import matinee.room.Evolution;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Timeline;
import matinee.server.accounts.Account;
import matinee.server.audit.AuditTrail;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import matinee.server.places.Permit;
import matinee.server.places.Places;
import matinee.server.places.Trace;
import matinee.server.sql.Database;
import matinee.server.whereabouts.Sighting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Rooms in which Ann watches, who is signed in at one server, and two servers that write down what
/// people watch, in whatever database.
abstract class WatchedRooms {
  static final RoomId ROOM = new RoomId("a-room-of-our-own");
  static final int MOST = 3;
  static final long HOUR_MS = 3_600_000;
  static final Media SEA = film("sea", new Length.Known(HOUR_MS));

  /// No round comes by itself.
  static final Duration NEVER = Duration.ofDays(1);

  final Village.Kind kind;
  final Map<RoomId, RoomState> rooms = new HashMap<>();
  final Set<Sighting> here = new HashSet<>();
  @TempDir Path folder;
  Village village;
  Places places;
  Viewings one;
  Viewings other;
  Account ann;

  WatchedRooms(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    places =
        new Places(
            village.database(),
            new AuditTrail(village.database(), head -> "signed " + head),
            village::now);
    one = server(village.database());
    other = server(village.otherDatabase());
    one.see(() -> Set.copyOf(here), room -> Optional.ofNullable(rooms.get(room)));
    ann = village.person("Ann");
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    village.close();
  }

  Viewings server(Database database) {
    return new Viewings(database, village::now, new SecureRandom(), MOST, NEVER);
  }

  static Media film(String name, Length length) {
    return new Media(new MediaRef.Address("https://a.example/" + name + ".mp4"), name, length);
  }

  void happens(RoomId room, Event event) {
    rooms.merge(
        room,
        RoomState.NEW,
        (state, _) ->
            Evolution.evolve(
                state, new Recorded(state.revision() + 1, village.now(), Author.Room.ROOM, event)));
  }

  Event playing(long fromMs) {
    var playback = new Playback.Playing(new Timeline(village.now(), fromMs, 1));
    return new Event.PlaybackChanged(Cause.PLAYED, playback);
  }

  static Event paused(long positionMs) {
    return new Event.PlaybackChanged(Cause.PAUSED, new Playback.Paused(positionMs, 1));
  }

  /// Ann comes into `room`, with a place of her account's.
  void enter(RoomId room) {
    rooms.putIfAbsent(room, RoomState.NEW);
    var arrival =
        new Places.Arrival(
            room, new MemberId("ann-" + room.value()), "Ann", Trace.of(ann.id()), Village.ORIGIN);
    var _ = places.of(ann.id(), arrival, Optional.empty(), Permit.FREE);
    happens(room, new Event.Joined(arrival.fresh(), "Ann"));
    here.add(in(room));
  }

  Sighting in(RoomId room) {
    return new Sighting(ann.id(), Optional.of(room));
  }

  void guest(String name) {
    happens(ROOM, new Event.Joined(new MemberId(name), name));
  }

  void plays(RoomId room, Media media, long fromMs) {
    happens(room, new Event.MediaLoaded(media));
    happens(room, playing(fromMs));
  }

  /// Seconds pass, with a look at each.
  void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      one.round();
      village.pass(Duration.ofSeconds(1));
    }
    one.round();
  }
}
