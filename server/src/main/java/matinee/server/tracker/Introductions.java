package matinee.server.tracker;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;

/// By what peers are introduced to one another at the server called `node`: the `hashes` that are
/// issued, and the database by which the servers hear of one another's peers. `clock` agrees with
/// that of the other servers to a second or so, `chance` is a cryptographic source.
public record Introductions(
    Database database,
    String node,
    InfoHashes hashes,
    InstantSource clock,
    RandomGenerator chance) {

  public Introductions(
      Database database, String node, InstantSource clock, RandomGenerator chance) {
    this(database, node, new InfoHashes(database, clock, chance), clock, chance);
  }

  /// Begins to introduce peers. `isThere` says which rooms are there, and may block; `nanoTime` is
  /// monotonic.
  public Tracker begin(Predicate<RoomId> isThere, LongSupplier nanoTime, TrackerMeter meter) {
    var others = database.isShared() ? new SqlOthers(database, node, clock) : Others.NONE;
    Predicate<InfoHash> isGood =
        hash ->
            hashes.find(hash).filter(it -> it.room().map(isThere::test).orElse(true)).isPresent();
    var swarms = new Swarms(isGood, others, nanoTime);
    others.know(swarms);
    return new Tracker(swarms, others, new Tracker.World(nanoTime, chance, meter));
  }
}
