package matinee.server.moving;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlMoves;
import matinee.server.regions.Region;
import matinee.server.regions.Regions;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Rooms;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Finds the region in which a room lives. Of a room that is not known here the others are asked,
/// 16 rooms at a time at most, and the answer is believed for a while: 30 s where it is that nobody
/// knows the room. Blocks. Safe for use by any thread.
public final class Compass implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final int REMEMBERED = 10_000;
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);
  private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

  private final Regions regions;
  private final Neighbours neighbours;
  private final SqlMoves moves;
  private final Rooms rooms;
  private final RoomTime time;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// The oldest answer first.
  private final Map<RoomId, Known> known = new LinkedHashMap<>();

  /// That the room lives in the region `there`, or that nobody knows it; believed until `until`.
  private record Known(Optional<Region> there, Instant until) {}

  public Compass(
      Regions regions, Neighbours neighbours, SqlMoves moves, Rooms rooms, RoomTime time) {
    this.regions = regions;
    this.neighbours = neighbours;
    this.moves = moves;
    this.rooms = rooms;
    this.time = time;
  }

  /// The other region in which `room` lives; empty when it lives here, or when nobody knows it. The
  /// others are asked only if `mayAsk` says so, which is asked itself only then.
  public Optional<Region> elsewhere(RoomId room, BooleanSupplier mayAsk) {
    var left = moves.whereTo(room);
    if (left.isPresent()) {
      return left.flatMap(regions::other);
    }
    return rooms.exists(room) ? Optional.empty() : asked(room, mayAsk);
  }

  /// The name of the region in which `room` lives, as far as this region knows by itself.
  public Optional<String> knownHere(RoomId room) {
    return moves
        .whereTo(room)
        .or(() -> rooms.exists(room) ? Optional.of(regions.here()) : Optional.empty());
  }

  private Optional<Region> asked(RoomId room, BooleanSupplier mayAsk) {
    synchronized (known) {
      var before = known.get(room);
      if (before != null && time.now().isBefore(before.until())) {
        return before.there();
      }
    }
    if (!mayAsk.getAsBoolean() || !places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      boolean canAll =
          regions.others().stream().allMatch(region -> neighbours.isWell(region.name()));
      var there = askAll(room);
      if (canAll || there.isPresent()) {
        remember(room, there);
      }
      return there;
    } finally {
      places.release();
    }
  }

  private void remember(RoomId room, Optional<Region> there) {
    var until = time.now().plus(there.isPresent() ? KNOWN_FOR : UNKNOWN_FOR);
    synchronized (known) {
      known.remove(room);
      known.put(room, new Known(there, until));
      if (known.size() > REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
    }
  }

  private Optional<Region> askAll(RoomId room) {
    var asking =
        regions.others().stream()
            .filter(region -> neighbours.isWell(region.name()))
            .map(region -> CompletableFuture.supplyAsync(() -> ask(region, room), threads))
            .toList();
    return asking.stream().map(Compass::answer).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Region> answer(CompletableFuture<Optional<Region>> asking) {
    try {
      return asking.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private Optional<Region> ask(Region region, RoomId room) {
    try {
      var answer = neighbours.ask(region, "/api/regions/rooms/" + room.value(), "{}");
      return answer.status() == 200
          ? regions.other(JsonMapper.shared().readTree(answer.body()).path("region").asString(""))
          : Optional.empty();
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
