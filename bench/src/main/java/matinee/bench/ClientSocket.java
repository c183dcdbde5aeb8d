package matinee.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// A WebSocket of the load: shakes hands, then hands on each text frame.
final class ClientSocket extends ChannelInboundHandlerAdapter {
  private static final String MACHINE = "127.0.0.1";

  private final String handshake;
  private final Events events;
  private ByteBuf rest = Unpooled.EMPTY_BUFFER;
  private boolean open;

  /// What becomes of it, told on its event loop.
  interface Events extends Frames.Receiver {
    void opened(Channel channel);

    /// The handshake was answered by something else, from its first line on.
    void refused(String answer);

    void failed(Throwable cause);

    /// There is no connection any more, whatever was told before.
    void ended();
  }

  /// `handshake` is the whole request.
  ClientSocket(String handshake, Events events) {
    this.handshake = handshake;
    this.events = events;
  }

  /// Opens one to `port` of this machine on `loop`, which is to be an epoll's.
  static ChannelFuture connect(EventLoop loop, int port, String handshake, Events events) {
    return bootstrap(loop, handshake, events).connect(MACHINE, port);
  }

  /// The same, from the loopback address `from`.
  static ChannelFuture connect(
      EventLoop loop, InetSocketAddress from, int port, String handshake, Events events) {
    return bootstrap(loop, handshake, events).connect(new InetSocketAddress(MACHINE, port), from);
  }

  private static Bootstrap bootstrap(EventLoop loop, String handshake, Events events) {
    return new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new ClientSocket(handshake, events));
              }
            });
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
      Frames.read(rest, events);
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
    in.skipBytes(end + 4);
    if (!text.startsWith("HTTP/1.1 101")) {
      events.refused(text);
      context.close();
      return false;
    }
    open = true;
    events.opened(context.channel());
    return true;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    rest.release();
    rest = Unpooled.EMPTY_BUFFER;
    events.ended();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    events.failed(cause);
    context.close();
  }
}
