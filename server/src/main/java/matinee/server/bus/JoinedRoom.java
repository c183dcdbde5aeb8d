package matinee.server.bus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import matinee.room.Recorded;
import matinee.server.journal.History;
import matinee.wire.BusMessage;
import matinee.wire.BusMessages;
import matinee.wire.Decoded;

/// One room of this server on the [SqlBus]. Safe for use by any thread.
final class JoinedRoom implements RoomBus {
  private final SqlBus bus;
  private final History history;
  private final Consumer<News> heard;

  /// The number of the newest that each other server has said and that was given to `heard`.
  private final Map<String, Long> heardOf = new ConcurrentHashMap<>();

  private volatile long revision;
  private volatile List<BusMessage.Seats> found = List.of();
  private volatile Optional<Instant> abandoned = Optional.empty();

  JoinedRoom(SqlBus bus, History history, Consumer<News> heard) {
    this.bus = bus;
    this.history = history;
    this.heard = heard;
  }

  History history() {
    return history;
  }

  /// What the database had of this room when it was joined.
  void found(List<BusMessage.Seats> seats, Optional<Instant> lastKept) {
    found = List.copyOf(seats);
    abandoned = lastKept;
    seats.forEach(one -> heardOf.put(one.node(), one.number()));
  }

  /// The journal has events up to `head`.
  void hear(long head) {
    if (head > revision) {
      heard.accept(new News.Reached(head));
    }
  }

  /// Another server has said `message`.
  void hear(BusMessage message) {
    if (message instanceof BusMessage.OfSeats seats) {
      heardOf.merge(seats.node(), seats.number(), Math::max);
    }
    heard.accept(new News.Said(message));
  }

  /// The database has this of another server. What is damaged is not heard.
  void hear(SeatRows.Row row) {
    if (row.number() > heardOf.getOrDefault(row.node(), -1L)
        && BusMessages.decode(row.text()) instanceof Decoded.Value<BusMessage>(var message)) {
      hear(message);
    }
  }

  /// The server called `node` is dead.
  void died(String node) {
    if (heardOf.containsKey(node)) {
      heard.accept(new News.Died(node));
    }
  }

  @Override
  public String node() {
    return bus.node();
  }

  @Override
  public boolean isAlone() {
    return false;
  }

  @Override
  public List<BusMessage.Seats> found() {
    return found;
  }

  @Override
  public Optional<Instant> abandoned() {
    return abandoned;
  }

  @Override
  public void advanced(String epoch, List<Recorded> events) {
    reached(events.getLast().revision());
    bus.tell(history.id(), new BusMessage.Advanced(epoch, events));
  }

  @Override
  public void reached(long now) {
    revision = now;
  }

  /// The carrier takes the changes. The database takes the whole when people have come or gone, and
  /// how they are doing only while the carrier is not well.
  @Override
  public void seated(
      BusMessage.SeatChanges changes, boolean moved, Supplier<BusMessage.Seats> all) {
    bus.tell(history.id(), changes);
    if (moved || bus.needsDatabase()) {
      bus.keep(history, all.get());
    }
  }

  @Override
  public void seated(BusMessage.Seats all) {
    bus.tell(history.id(), all);
    bus.keep(history, all);
  }

  @Override
  public void signalled(BusMessage.Signalled signals) {
    bus.tell(history.id(), signals);
  }

  /// What was told may not have reached the others: it is to be told again.
  void retell() {
    heard.accept(new News.Said(new BusMessage.SeatsWanted(node())));
  }

  @Override
  public void leave() {
    bus.leave(this);
  }
}
