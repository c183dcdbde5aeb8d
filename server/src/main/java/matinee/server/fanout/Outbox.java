package matinee.server.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import matinee.wire.CloseCode;
import org.jspecify.annotations.Nullable;

/// The way out to one connection: a bounded queue in front of its socket.
///
/// A reader that lets more than 1 MiB gather, or takes nothing for 10 s while something waits, is
/// closed with [CloseCode#SLOW_READER]. What the kernel does not take at once stands in Netty's own
/// queue, written below the frame encoder because it is framed already. Belongs to the thread of
/// its event loop, but for [#close(CloseCode)], [#send] and [#loop].
public final class Outbox {
  private static final int LIMIT_BYTES = 1 << 20;

  /// For the channel of every outbox: above this it counts as full.
  public static final WriteBufferWaterMark LIMIT =
      new WriteBufferWaterMark(LIMIT_BYTES / 2, LIMIT_BYTES);

  private static final int BEHIND_BYTES = 64 * 1_024;
  private static final Duration UNREAD_LIMIT = Duration.ofSeconds(10);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Channel channel;
  private final FanoutMeter meter;
  private final @Nullable Shortcut shortcut;

  /// All that this turn has to send so far, while that may take the shortcut.
  private @Nullable ByteBuf alone;

  private boolean dirty;
  private boolean closing;
  private int queued;
  private long progress;
  private long progressAtNanos;

  /// For a channel that has been upgraded to a WebSocket. To be called on its event loop.
  public Outbox(Channel channel, FanoutMeter meter) {
    this.channel = channel;
    this.meter = meter;
    shortcut = Shortcut.of(channel).orElse(null);
  }

  /// The event loop that this outbox belongs to.
  public EventLoop loop() {
    return channel.eventLoop();
  }

  /// Sends `message` at the end of the loop's turn. From any thread.
  public void send(String message) {
    if (loop().inEventLoop()) {
      write(message);
    } else {
      loop().execute(() -> write(message));
    }
  }

  /// Sends `message` at the end of this turn of the loop.
  public void write(String message) {
    write(Frames.of(channel.alloc(), message));
  }

  /// Sends `messages` in one piece at the end of this turn of the loop.
  void write(List<String> messages) {
    write(Frames.of(channel.alloc(), messages));
  }

  /// Sends `message` now: for what is stamped with the time of its sending.
  public void writeNow(String message) {
    write(message);
    flush();
  }

  /// Sends `frame`, of which it owns a reference, at the end of this turn of the loop.
  public void write(WebSocketFrame frame) {
    if (closing) {
      frame.release();
      return;
    }
    queueAlone();
    queued++;
    var _ = channel.write(frame, channel.voidPromise());
    flushAtEnd();
  }

  /// Sends `frames`, of which it owns one reference but not the indices, at the end of this turn of
  /// the loop.
  void write(ByteBuf frames) {
    if (closing) {
      frames.release();
      return;
    }
    if (mayTakeShortcut(frames)) {
      alone = frames;
    } else {
      queueAlone();
      queue(frames.duplicate());
    }
    flushAtEnd();
  }

  private boolean mayTakeShortcut(ByteBuf frames) {
    return shortcut != null && !dirty && frames.hasMemoryAddress() && isQueueEmpty();
  }

  private boolean isQueueEmpty() {
    var waiting = channel.unsafe().outboundBuffer();
    return waiting != null && waiting.isEmpty();
  }

  private void queue(ByteBuf frames) {
    queued++;
    channel.unsafe().write(frames, channel.voidPromise());
  }

  /// Something comes after it: the order is kept by Netty's queue.
  private void queueAlone() {
    var frames = alone;
    if (frames != null) {
      alone = null;
      queue(frames.duplicate());
    }
  }

  private void flushAtEnd() {
    if (!dirty) {
      dirty = true;
      Turn.of(loop()).flushAtEnd(this);
    }
  }

  void flush() {
    dirty = false;
    if (closing || sentAlone()) {
      return;
    }
    channel.unsafe().flush();
    if (!channel.isWritable()) {
      closeSlow();
    }
  }

  /// Sends by the shortcut what may go there. Returns whether nothing is left to be sent.
  private boolean sentAlone() {
    var frames = alone;
    if (frames == null || shortcut == null) {
      return false;
    }
    alone = null;
    int sent = shortcut.send(frames);
    if (sent < frames.readableBytes()) {
      queue(frames.duplicate().skipBytes(sent));
      return false;
    }
    frames.release();
    return true;
  }

  /// Closes the connection if its reader has taken nothing for too long. To be asked about once a
  /// second.
  public void closeIfUnread(long nowNanos) {
    var waiting = channel.unsafe().outboundBuffer();
    if (closing || waiting == null) {
      return;
    }
    long now = (long) (queued - waiting.size()) << 32 | waiting.currentProgress();
    if (waiting.isEmpty() || now != progress) {
      progress = now;
      progressAtNanos = nowNanos;
    } else if (nowNanos - progressAtNanos >= UNREAD_LIMIT.toNanos()) {
      closeSlow();
    }
  }

  /// Does more than 64 KiB wait for its reader?
  boolean isBehind() {
    var waiting = channel.unsafe().outboundBuffer();
    return waiting != null && waiting.totalPendingWriteBytes() > BEHIND_BYTES;
  }

  /// Sends away whoever lets more than 64 KiB gather, to come back and be told what was missed: for
  /// when memory is short.
  public void closeIfBehind() {
    if (!closing && isBehind()) {
      meter.slowReaderClosed();
      close(CloseCode.OVERLOADED);
    }
  }

  private void closeSlow() {
    meter.slowReaderClosed();
    close(CloseCode.SLOW_READER);
  }

  /// Ends the connection with `code`. From any thread.
  public void close(CloseCode code) {
    close(code, code.reason());
  }

  /// Ends the connection with `code`, explained by `reason`: what was written before is sent first,
  /// and nothing after. From any thread.
  public void close(CloseCode code, String reason) {
    var last = new CloseWebSocketFrame(code.number(), reason);
    if (loop().inEventLoop()) {
      farewell(last);
    } else {
      loop().execute(() -> farewell(last));
    }
  }

  /// Answers a close frame that held `status`, or -1 when it held none. Only on the event loop.
  public void closeInReply(int status) {
    farewell(status < 0 ? new CloseWebSocketFrame() : new CloseWebSocketFrame(status, ""));
  }

  /// The close frame is the last thing sent; what still comes in is read and dropped until the
  /// other side closes, for else the kernel would answer it with a reset, which may overtake the
  /// frame.
  private void farewell(CloseWebSocketFrame last) {
    if (closing) {
      last.release();
      return;
    }
    queueAlone();
    closing = true;
    channel.writeAndFlush(last).addListener(_ -> shutOutput());
    var _ = loop().schedule(this::cut, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void shutOutput() {
    if (channel instanceof DuplexChannel duplex && duplex.isActive()) {
      var _ = duplex.shutdownOutput();
    }
  }

  private void cut() {
    var _ = channel.close();
  }

  /// Is nothing more to be sent?
  public boolean isClosing() {
    return closing;
  }
}
