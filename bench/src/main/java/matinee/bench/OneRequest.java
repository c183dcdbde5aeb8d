package matinee.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// One HTTP request over a connection of its own, without blocking: sends it, gathers the answer
/// until the other side closes, and hands that on; empty when there was none.
final class OneRequest extends ChannelInboundHandlerAdapter {
  private final String request;
  private final Consumer<String> answered;
  private final ByteBuf gathered = Unpooled.buffer();

  /// `request` is whole and asks for `Connection: close`.
  OneRequest(String request, Consumer<String> answered) {
    this.request = request;
    this.answered = answered;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.UTF_8));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var part = (ByteBuf) message;
    gathered.writeBytes(part);
    part.release();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    answered.accept(gathered.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
