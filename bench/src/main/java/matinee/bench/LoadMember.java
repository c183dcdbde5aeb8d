package matinee.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/// One member's connection: shakes hands, says the greeting, then hands each delivery to its room.
final class LoadMember extends ChannelInboundHandlerAdapter implements Frames.Receiver {
  private static final byte[] SAID = "{\"type\":\"said\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REJECTED =
      "{\"type\":\"rejected\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SNAPSHOT =
      "{\"type\":\"snapshot\"".getBytes(StandardCharsets.US_ASCII);

  private final LoadRoom room;
  private final int member;
  private final String handshake;
  private final Target target;
  private final Runnable entered;
  private ByteBuf rest = Unpooled.EMPTY_BUFFER;
  private boolean open;
  private boolean in;

  LoadMember(LoadRoom room, int member, String handshake, Target target, Runnable entered) {
    this.room = room;
    this.member = member;
    this.handshake = handshake;
    this.target = target;
    this.entered = entered;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.writeAndFlush(
        context.alloc().buffer().writeBytes(handshake.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    rest = joined(context, (ByteBuf) message);
    if (open || shaken(context, rest)) {
      Frames.read(rest, this);
    }
    if (!rest.isReadable()) {
      rest.release();
      rest = Unpooled.EMPTY_BUFFER;
    }
  }

  private ByteBuf joined(ChannelHandlerContext context, ByteBuf next) {
    if (!rest.isReadable()) {
      return next;
    }
    var both = context.alloc().directBuffer(rest.readableBytes() + next.readableBytes());
    both.writeBytes(rest).writeBytes(next);
    rest.release();
    next.release();
    return both;
  }

  private boolean shaken(ChannelHandlerContext context, ByteBuf in) {
    var text = in.toString(StandardCharsets.US_ASCII);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!text.startsWith("HTTP/1.1 101")) {
      throw new IllegalStateException("the handshake was answered by " + text);
    }
    in.skipBytes(end + 4);
    open = true;
    room.enter(member, context.channel());
    if (target.greeting().isEmpty()) {
      entered.run();
    } else {
      Crowd.send(context.channel(), target.greeting());
    }
    return true;
  }

  @Override
  public void text(ByteBuf payload, int offset, int length) {
    room.took(length);
    if (startsWith(payload, offset, length, SAID)) {
      room.delivered(member, payload, offset, length);
    } else if (startsWith(payload, offset, length, SNAPSHOT)) {
      room.saw(revision(payload, offset, length));
      enter();
    } else if (startsWith(payload, offset, length, REJECTED)) {
      throw new IllegalStateException(payload.toString(offset, length, StandardCharsets.UTF_8));
    } else if (member == 0) {
      room.saw(revision(payload, offset, length));
    }
  }

  /// A room that becomes a giant shows itself once more.
  private void enter() {
    if (!in) {
      in = true;
      entered.run();
    }
  }

  @Override
  public void closed(int code, String reason) {
    room.closed(new LoadRoom.Closing(System.nanoTime(), code, reason));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    room.failed(cause);
    rest.release();
    rest = Unpooled.EMPTY_BUFFER;
    context.close();
  }

  /// The number after `"revision":`, or 0 when there is none.
  static long revision(ByteBuf payload, int offset, int length) {
    int from = offset;
    int end = offset + length;
    while ((from = payload.indexOf(from, end, (byte) 'v')) >= 0) {
      if (from + 9 < end
          && payload.getByte(from + 6) == '"'
          && payload.getByte(from + 7) == ':'
          && payload.getByte(from - 2) == 'r') {
        return number(payload, from + 8, end);
      }
      from++;
    }
    return 0;
  }

  /// The decimal digits from `from` on.
  static long number(ByteBuf payload, int from, int end) {
    long value = 0;
    for (int i = from; i < end; i++) {
      int digit = payload.getByte(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static boolean startsWith(ByteBuf payload, int offset, int length, byte[] prefix) {
    if (length < prefix.length) {
      return false;
    }
    for (int i = prefix.length - 1; i >= 9; i--) {
      if (payload.getByte(offset + i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
