package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.server.bus.RoomBus;
import matinee.server.fanout.Audience;
import matinee.wire.BusMessage;
import matinee.wire.Cheers;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import matinee.wire.Signal;

/// What members of a room show one another for a moment (SI1). Belongs to the room's thread.
///
/// It is gathered and told together, at most four times a second, here and to the other servers.
/// What is too much, whoever sent it, is dropped and counted.
final class Signals {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final Audience audience;
  private final RoomBus bus;
  private final RoomMeter meter;
  private final Map<MemberId, Pace> paces = new HashMap<>();

  /// For everyone here, and what of it the other servers do not know.
  private final Basket here = new Basket();

  private final Basket there = new Basket();
  private Instant quietUntil = Instant.MIN;

  Signals(Audience audience, RoomBus bus, RoomMeter meter) {
    this.audience = audience;
    this.bus = bus;
    this.meter = meter;
  }

  /// A member of the room in `state`, connected here by `from`, signals.
  void take(Connection from, Signal signal, RoomState state, Instant now) {
    var by = from.member();
    var device = from.entrant().device();
    var may = state.member(by).filter(member -> state.maySignal(member, device));
    if (may.isEmpty() || !paces.computeIfAbsent(by, _ -> new Pace()).lets(signal, now)) {
      meter.signalsDropped(1);
      return;
    }
    var signals = one(by, signal, state.people().giant());
    add(signals, here);
    add(signals, there);
  }

  private static ServerMessage.Signals one(MemberId by, Signal signal, boolean giant) {
    return switch (signal) {
      case Signal.Typing _ -> ServerMessage.Signals.typing(by);
      case Signal.Cheer(var emoji) ->
          ServerMessage.Signals.cheers(
              new Cheers(emoji, 1, giant ? Optional.empty() : Optional.of(by)));
    };
  }

  /// Takes over what is signalled at another server.
  void hear(ServerMessage.Signals signals) {
    add(signals, here);
  }

  private void add(ServerMessage.Signals signals, Basket basket) {
    long dropped =
        Stream.concat(
                signals.typing().stream().map(basket::addTyping),
                signals.cheers().stream().map(basket::add))
            .filter(found -> !found)
            .count();
    if (dropped > 0) {
      meter.signalsDropped((int) dropped);
    }
  }

  /// Tells everyone here and the other servers what has gathered, if it is time to.
  void tell(Instant now) {
    if (due().filter(due -> !now.isBefore(due)).isEmpty()) {
      return;
    }
    quietUntil = now.plus(PERIOD);
    paces.values().removeIf(pace -> pace.isOver(now));
    audience.sendPassing(ServerMessages.encode(here.empty()));
    if (!there.isEmpty()) {
      bus.signalled(new BusMessage.Signalled(there.empty()));
    }
  }

  /// When [#tell] has something to tell.
  Optional<Instant> due() {
    return here.isEmpty() ? Optional.empty() : Optional.of(quietUntil);
  }
}
