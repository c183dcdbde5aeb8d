package matinee.server.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.journal.History;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.wire.BusMessage;
import matinee.wire.BusMessages;
import matinee.wire.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Servers that share a PostgreSQL database: what one appends and who is connected to it reaches
/// the others through a [Carrier] in a millisecond or two, and through the database in any case.
///
/// While the carrier is well, the database is looked at every 2 s for what it has lost; else every
/// 200 ms. It is every 2 s too while no other server is known to live: one that was taken for dead
/// may have appended, or one may have done so just before it ended. Safe for use by any thread.
public final class SqlBus implements Bus, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqlBus.class);
  private static final Duration ROUND = Duration.ofMillis(200);
  private static final Duration LIFE_SIGN = Duration.ofSeconds(1);

  /// Others may have taken this server for dead after less than they are to wait for.
  private static final Duration LONG_SILENCE = Roster.LEASE.dividedBy(2);

  private static final Duration SURE_LOOK = Duration.ofSeconds(2);

  /// A transaction that began to write longer ago than this has ended.
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(5);

  private static final String CHANNEL = "matinee:room:";

  private final String node;
  private final Carrier carrier;
  private final Supplier<Instant> time;
  private final LongSupplier nanoTime;
  private final Roster roster;
  private final SeatRows seats;
  private final Heads heads;
  private final Map<Long, JoinedRoom> joined = new ConcurrentHashMap<>();
  private final PeriodicTask task;
  private volatile Set<String> others = Set.of();
  private boolean wasCarried;
  private long saidAt;
  private long lookedAt;
  private Instant seenUntil;

  /// `node` is the name of this server, which no other has or had; `time` is room time, `nanoTime`
  /// monotonic. Closes `carrier` when it is closed itself.
  public SqlBus(
      String node,
      Database database,
      Carrier carrier,
      Supplier<Instant> time,
      LongSupplier nanoTime) {
    this.node = node;
    this.carrier = carrier;
    this.time = time;
    this.nanoTime = nanoTime;
    roster = new Roster(database, node);
    seats = new SeatRows(database, time, node);
    heads = new Heads(database);
    seenUntil = time.get();
    saidAt = nanoTime.getAsLong();
    lookedAt = saidAt;
    roster.clean(seenUntil);
    roster.say(seenUntil);
    others = roster.others(seenUntil);
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("bus"),
            Pauses.before(ROUND),
            this::round,
            e -> LOG.warn("could not ask the database about the other servers", e));
  }

  String node() {
    return node;
  }

  /// Are there others who are told through the database alone?
  boolean needsDatabase() {
    return hasOthers() && !isCarried();
  }

  /// Does another server live?
  boolean hasOthers() {
    return !others.isEmpty();
  }

  /// Does the carrier reach the others?
  boolean isCarried() {
    return carrier.isWell();
  }

  @Override
  public RoomBus join(History history, Consumer<News> heard) {
    var room = new JoinedRoom(this, history, heard);
    joined.put(history.key(), room);
    carrier.listen(CHANNEL + history.id().value(), text -> hear(room, text));
    find(room);
    tell(history.id(), new BusMessage.SeatsWanted(node));
    return room;
  }

  /// Takes over what the database says of who keeps the room; the seats of the dead are dropped.
  private void find(JoinedRoom room) {
    var found = new ArrayList<BusMessage.Seats>();
    var abandoned = Optional.<Instant>empty();
    var deadUntil = time.get().minus(Roster.LEASE);
    for (var row : seats.ofRoom(room.history())) {
      if (!row.seen().isAfter(deadUntil)) {
        abandoned =
            abandoned.filter(known -> known.isAfter(row.seen())).or(() -> Optional.of(row.seen()));
        seats.drop(room.history(), row.node());
      } else if (BusMessages.decode(row.text())
          instanceof Decoded.Value<BusMessage>(BusMessage.Seats said)) {
        found.add(said);
      }
    }
    room.found(found, abandoned);
  }

  void leave(JoinedRoom room) {
    if (joined.remove(room.history().key(), room)) {
      carrier.ignore(CHANNEL + room.history().id().value());
      seats.drop(room.history(), node);
    }
  }

  /// Sends `message` by the carrier, marked as being from here.
  void tell(RoomId room, BusMessage message) {
    if (hasOthers()) {
      carrier.send(CHANNEL + room.value(), node + " " + BusMessages.encode(message));
    }
  }

  void keep(History history, BusMessage.Seats all) {
    seats.keep(history, all);
  }

  /// What this server has said itself is no news to it.
  private void hear(JoinedRoom room, String text) {
    int space = text.indexOf(' ');
    if (space < 0 || text.startsWith(node + " ")) {
      return;
    }
    switch (BusMessages.decode(text.substring(space + 1))) {
      case Decoded.Value<BusMessage>(var message) -> room.hear(message);
      case Decoded.Malformed<BusMessage>(var field, var what) ->
          LOG.warn("a message of another server cannot be read: {} {}", field, what);
    }
  }

  private void round() {
    long now = nanoTime.getAsLong();
    long silence = now - saidAt;
    if (silence >= LIFE_SIGN.toNanos()) {
      saidAt = now;
      roster.say(time.get());
      look(roster.others(time.get()));
    }
    if (silence >= LONG_SILENCE.toNanos()) {
      LOG.warn(
          "this server was silent for {} ms, and may be taken for dead",
          Duration.ofNanos(silence).toMillis());
      joined.values().forEach(JoinedRoom::retell);
    }
    boolean isCarried = isCarried();
    if (wasCarried && !isCarried) {
      LOG.warn("no carrier between the servers; they read the database instead");
      joined.values().forEach(JoinedRoom::retell);
    }
    if (!wasCarried && isCarried) {
      LOG.info("a carrier between the servers is there");
    }
    wasCarried = isCarried;
    if (needsDatabase() || now - lookedAt >= SURE_LOOK.toNanos()) {
      lookedAt = now;
      readOn();
    }
  }

  /// `living` are the other servers that live now.
  private void look(Set<String> living) {
    var dead = new HashSet<>(others);
    dead.removeAll(living);
    var born = new HashSet<>(living);
    born.removeAll(others);
    others = Set.copyOf(living);
    for (var other : dead) {
      LOG.info("server {} is gone", other);
      joined.values().forEach(room -> room.died(other));
    }
    for (var other : born) {
      LOG.info("server {} is there", other);
      seats.ofNode(other).forEach(this::hear);
      joined.values().forEach(JoinedRoom::retell);
    }
  }

  /// What the database has that the carrier may have lost.
  private void readOn() {
    var rooms = List.copyOf(joined.values());
    if (rooms.isEmpty()) {
      seenUntil = time.get();
      return;
    }
    var keys = rooms.stream().map(room -> room.history().key()).collect(Collectors.toList());
    var known = heads.of(keys);
    rooms.forEach(room -> room.hear(known.getOrDefault(room.history().key(), 0L)));
    var now = time.get();
    seats.changedSince(seenUntil.minus(LONGEST_WRITE)).forEach(this::hear);
    seenUntil = now;
  }

  private void hear(SeatRows.Row row) {
    var room = joined.get(row.room());
    if (room != null && others.contains(row.node())) {
      room.hear(row);
    }
  }

  /// Says that this server lives no more.
  @Override
  public void close() {
    die();
    roster.leave();
  }

  /// Says nothing any more, as when the process has died.
  void die() {
    task.finish();
    carrier.close();
  }
}
