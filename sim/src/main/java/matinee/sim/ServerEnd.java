package matinee.sim;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import matinee.server.access.Admission;
import matinee.server.fanout.Outbox;
import matinee.server.socket.Desk;

/// The server's end of a connection: its real conversation in a channel without a network. What it
/// sends is read as the bytes that it is.
final class ServerEnd {
  private static final int OPCODE = 0x0f;
  private static final int CLOSE = 8;
  private static final int LENGTH_16_BIT = 126;
  private static final int LENGTH_64_BIT = 127;
  private static final int NO_STATUS = 1005;
  private static final int ABNORMAL = 1006;

  private final Cable cable;
  private final UnaryOperator<String> frames;
  private final EmbeddedChannel channel;
  private boolean saidFarewell;

  ServerEnd(Desk desk, Admission admission, Cable cable, UnaryOperator<String> frames) {
    this.cable = cable;
    this.frames = frames;
    channel = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
    channel.freezeTime();
    channel.config().setWriteBufferWaterMark(Outbox.LIMIT);
    channel.pipeline().addLast(desk.seat(channel, admission));
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /// A text frame comes in.
  void receive(String text) {
    if (channel.isOpen()) {
      channel.writeInbound(new TextWebSocketFrame(text));
    }
  }

  /// The other side has closed its stream, or the connection is known to be broken.
  void broken() {
    var _ = channel.close();
  }

  /// So much time has passed.
  void pass(long ms) {
    channel.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
  }

  /// Does what waits on the event loop, and puts what was written on the cable.
  void pump() {
    channel.runPendingTasks();
    for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
      while (next.isReadable()) {
        send(next);
      }
      next.release();
    }
    if (!channel.isOpen() && !saidFarewell) {
      saidFarewell = true;
      cable.downClose(ABNORMAL, "");
    }
  }

  private void send(ByteBuf bytes) {
    int opcode = bytes.readByte() & OPCODE;
    int length = bytes.readByte();
    if (length == LENGTH_16_BIT) {
      length = bytes.readUnsignedShort();
    } else if (length == LENGTH_64_BIT) {
      length = Math.toIntExact(bytes.readLong());
    }
    var payload = bytes.readSlice(length);
    if (opcode != CLOSE) {
      cable.down(frames.apply(payload.toString(StandardCharsets.UTF_8)));
    } else if (!saidFarewell) {
      saidFarewell = true;
      int code = length < 2 ? NO_STATUS : payload.readUnsignedShort();
      cable.downClose(code, payload.toString(StandardCharsets.UTF_8));
    }
  }

  /// The process is gone, and everything in it.
  void die(boolean told) {
    saidFarewell = true;
    cable.serverGone(told);
    channel.releaseOutbound();
    channel.finishAndReleaseAll();
  }
}
