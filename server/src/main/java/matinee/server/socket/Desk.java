package matinee.server.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import matinee.server.Config.CommandLimits;
import matinee.server.access.Admission;
import matinee.server.accounts.DeviceId;
import matinee.server.fanout.Outbox;
import matinee.server.load.Headroom;
import matinee.server.load.Reception;
import matinee.server.rooms.LetterBox;
import matinee.server.rooms.RoomTime;

/// Where everybody sits down whom the [Door] has let in, with what every [Conversation] works with.
public final class Desk {
  private final LetterBox rooms;
  private final RoomTime time;
  private final LongSupplier nanoTime;
  private final Allowances commands;
  private final Reception reception;
  private final SocketMeter meter;
  private final Watches watches;

  /// `nanoTime` is monotonic and drives the limits; room time is what members are told.
  public Desk(
      LetterBox rooms,
      RoomTime time,
      LongSupplier nanoTime,
      CommandLimits limits,
      Headroom headroom,
      SocketMeter meter) {
    this.rooms = rooms;
    this.time = time;
    this.nanoTime = nanoTime;
    this.meter = meter;
    commands = new Allowances(limits);
    reception = new Reception(headroom, limits.newcomersPerSecond(), nanoTime);
    watches = new Watches(nanoTime, headroom);
  }

  /// What listens to `channel`, which is a WebSocket by now. To be called on its event loop.
  public ChannelHandler seat(Channel channel, Admission admission) {
    return new Conversation(admission, new Outbox(channel, meter), this);
  }

  /// Asks every client to come back later, each at its own time by `chance`. Returns when all are
  /// gone, or after `patience`.
  public void sendAway(RandomGenerator chance, Duration patience) throws InterruptedException {
    watches.stop(chance, patience);
  }

  /// Ends the connections of devices whose sessions have `ended`. Does not block.
  void end(Set<DeviceId> ended) {
    watches.end(ended);
  }

  LetterBox rooms() {
    return rooms;
  }

  RoomTime time() {
    return time;
  }

  LongSupplier nanoTime() {
    return nanoTime;
  }

  Allowances commands() {
    return commands;
  }

  Reception reception() {
    return reception;
  }

  SocketMeter meter() {
    return meter;
  }

  Watches watches() {
    return watches;
  }
}
