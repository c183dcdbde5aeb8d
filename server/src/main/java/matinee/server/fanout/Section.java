package matinee.server.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;

/// The part of an [Audience] that sits on one event loop. `receivers` belongs to that loop, `size`
/// to the room.
final class Section {
  private final EventLoop loop;
  private final FanoutMeter meter;
  private final List<Outbox> receivers = new ArrayList<>();
  private int size;

  Section(EventLoop loop, FanoutMeter meter) {
    this.loop = loop;
    this.meter = meter;
  }

  EventLoop loop() {
    return loop;
  }

  void add(Outbox outbox) {
    size++;
    loop.execute(() -> receivers.add(outbox));
  }

  /// Returns whether nobody is left. `outbox` must be in this section.
  boolean remove(Outbox outbox) {
    size--;
    loop.execute(() -> receivers.remove(outbox));
    return size == 0;
  }

  /// Sends `frames`, which hold `count` messages and of which it owns one reference, to all, then
  /// `letters`.
  void send(ByteBuf frames, int count, List<Audience.Private> letters) {
    loop.execute(
        () -> {
          int share = receivers.size();
          if (share > 0) {
            frames.retain(share); // one reference each
          }
          for (var receiver : receivers) {
            receiver.write(frames);
          }
          frames.release();
          meter.delivered(count, share);
          write(letters);
        });
  }

  /// Sends `frame`, which holds one message and of which it owns one reference, to all who are not
  /// behind.
  void sendPassing(ByteBuf frame) {
    loop.execute(
        () -> {
          int share = 0;
          for (var receiver : receivers) {
            if (!receiver.isBehind()) {
              receiver.write(frame.retain());
              share++;
            }
          }
          frame.release();
          meter.delivered(1, share);
          meter.signalsDropped(receivers.size() - share);
        });
  }

  static void write(List<Audience.Private> letters) {
    for (var letter : letters) {
      letter.outbox().write(letter.messages());
    }
  }
}
