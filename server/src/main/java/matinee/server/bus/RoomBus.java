package matinee.server.bus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import matinee.room.Recorded;
import matinee.wire.BusMessage;

/// What one room says to the other servers that keep it. Nothing here blocks; what cannot be said
/// now is dropped, because all of it, but for signals, can be read in the database.
public interface RoomBus {

  /// There are no other servers.
  RoomBus ALONE =
      new RoomBus() {
        @Override
        public String node() {
          return "alone";
        }

        @Override
        public boolean isAlone() {
          return true;
        }

        @Override
        public List<BusMessage.Seats> found() {
          return List.of();
        }

        @Override
        public Optional<Instant> abandoned() {
          return Optional.empty();
        }

        @Override
        public void advanced(String epoch, List<Recorded> events) {}

        @Override
        public void reached(long revision) {}

        @Override
        public void seated(
            BusMessage.SeatChanges changes, boolean moved, Supplier<BusMessage.Seats> all) {}

        @Override
        public void seated(BusMessage.Seats all) {}

        @Override
        public void signalled(BusMessage.Signalled signals) {}

        @Override
        public void leave() {}
      };

  /// The name of this server: no other has it, nor had.
  String node();

  /// Will there never be another server?
  boolean isAlone();

  /// Who was connected to the other servers when this one joined.
  List<BusMessage.Seats> found();

  /// Since when nobody has kept the room, if the last who did has died.
  Optional<Instant> abandoned();

  /// This server has appended `events` to the journal.
  void advanced(String epoch, List<Recorded> events);

  /// This server knows the events up to `revision`; only what comes after it is news.
  void reached(long revision);

  /// `changes` is what others have not heard of who is connected here; `moved` says whether anybody
  /// has come or gone, and `all` gives the whole.
  void seated(BusMessage.SeatChanges changes, boolean moved, Supplier<BusMessage.Seats> all);

  /// These are connected here: somebody has to be told anew.
  void seated(BusMessage.Seats all);

  /// Members who are connected here signal; without a carrier nobody elsewhere learns of it.
  void signalled(BusMessage.Signalled signals);

  /// This server does not keep the room any more.
  void leave();
}
