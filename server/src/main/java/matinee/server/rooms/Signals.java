package matinee.server.rooms;

import java.time.Instant;
import java.util.Optional;
import matinee.host.Basket;
import matinee.host.Signalling;
import matinee.room.RoomState;
import matinee.server.bus.RoomBus;
import matinee.server.fanout.Audience;
import matinee.wire.BusMessage;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Signal;

/// What members of a room show one another for a moment (SI1). Belongs to the room's thread.
///
/// It is gathered and told together, at most four times a second, here and to the other servers.
/// What is too much, whoever sent it, is dropped and counted.
final class Signals {
  private final Audience audience;
  private final RoomBus bus;
  private final RoomMeter meter;
  private final Signalling signalling = new Signalling();

  /// For everyone here, and what of it the other servers do not know.
  private final Basket here = new Basket();

  private final Basket there = new Basket();

  Signals(Audience audience, RoomBus bus, RoomMeter meter) {
    this.audience = audience;
    this.bus = bus;
    this.meter = meter;
  }

  /// A member of the room in `state`, connected here by `from`, signals.
  void take(Connection from, Signal signal, RoomState state, Instant now) {
    signalling
        .take(from.member(), from.entrant().device(), signal, state, now)
        .ifPresentOrElse(
            signals -> {
              add(signals, here);
              add(signals, there);
            },
            () -> meter.signalsDropped(1));
  }

  /// Takes over what is signalled at another server.
  void hear(ServerMessage.Signals signals) {
    add(signals, here);
  }

  private void add(ServerMessage.Signals signals, Basket basket) {
    int dropped = basket.add(signals);
    if (dropped > 0) {
      meter.signalsDropped(dropped);
    }
  }

  /// Tells everyone here and the other servers what has gathered, if it is time to.
  void tell(Instant now) {
    here.tell(now).ifPresent(told -> tell(told, now));
  }

  private void tell(ServerMessage.Signals told, Instant now) {
    signalling.tidy(now);
    audience.sendPassing(ServerMessages.encode(told));
    if (!there.isEmpty()) {
      bus.signalled(new BusMessage.Signalled(there.empty()));
    }
  }

  /// When [#tell] has something to tell.
  Optional<Instant> due() {
    return here.due();
  }
}
