package matinee.server.rooms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import matinee.room.Recorded;
import matinee.server.bus.Bus;
import matinee.server.bus.News;
import matinee.server.bus.RoomBus;
import matinee.wire.BusMessage;

/// A bus between servers that keep one room, in one thread. What is told is given to the others at
/// once.
final class FakeBus {
  private final Map<String, Consumer<News>> joined = new LinkedHashMap<>();
  private final Map<String, BusMessage.Seats> kept = new LinkedHashMap<>();
  private Optional<Instant> abandoned = Optional.empty();

  /// The way of the server called `node` to the others.
  Bus of(String node) {
    return (_, heard) -> {
      joined.put(node, heard);
      return new Way(node);
    };
  }

  /// `node` is gone: what it says is not heard any more, nor does it hear, and the others know.
  void kill(String node, Instant lastAlive) {
    joined.remove(node);
    if (kept.remove(node) != null) {
      abandoned = Optional.of(lastAlive);
    }
    joined.values().forEach(heard -> heard.accept(new News.Died(node)));
  }

  private void tell(String from, BusMessage message) {
    joined.forEach(
        (node, heard) -> {
          if (!node.equals(from) && joined.containsKey(from)) {
            heard.accept(new News.Said(message));
          }
        });
  }

  private final class Way implements RoomBus {
    private final String node;
    private final List<BusMessage.Seats> found;

    private Way(String node) {
      this.node = node;
      found = new ArrayList<>(kept.values());
    }

    @Override
    public String node() {
      return node;
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
      tell(node, new BusMessage.Advanced(epoch, events));
    }

    @Override
    public void reached(long revision) {}

    @Override
    public void seated(
        BusMessage.SeatChanges changes, boolean moved, Supplier<BusMessage.Seats> all) {
      kept.put(node, all.get());
      tell(node, changes);
    }

    @Override
    public void seated(BusMessage.Seats all) {
      tell(node, all);
    }

    @Override
    public void signalled(BusMessage.Signalled signals) {
      tell(node, signals);
    }

    @Override
    public void leave() {
      joined.remove(node);
      kept.remove(node);
    }
  }
}
