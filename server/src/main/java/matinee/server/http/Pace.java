package matinee.server.http;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Sees that the other side of an HTTP connection keeps pace, and cuts it when its [Patience] is
/// over: who sends a head or a body too slowly, or does not read its answer, holds nothing here for
/// long.
///
/// Once a second it looks what the connection waits for. Time in which the server owes something
/// does not count; bytes that move earn new time. After an upgrade it takes itself away: the sync
/// server has limits of its own.
///
/// The connection is closed below Vert.x, which would first wait until everything is read. What the
/// kernel holds for a slow reader is bounded too, where the system can do that. Belongs to the
/// thread of its event loop.
final class Pace extends ChannelDuplexHandler {
  private static final long CHECK_MS = 1_000;

  /// Bytes that the kernel holds of what has not been sent yet. With a quarter of it, 200 readers
  /// of films cost twice the calls (`./dev bench range`).
  private static final long MAX_UNSENT = 1024 * 1024;

  /// What every connection is judged with: a monotonic clock, and who is told for what a connection
  /// was cut.
  record Judge(LongSupplier nanoTime, Consumer<String> cut) {}

  private final Judge judge;
  private final Patience patience;
  private boolean receiving;
  private boolean answering;
  private boolean begun = true;
  private boolean decoded;
  private boolean repeatable;
  private long received;
  private long sent;

  private Pace(Judge judge) {
    this.judge = judge;
    patience = new Patience(Patience.Wait.HEAD, now());
  }

  /// Watches `connection` from its beginning to its end.
  static void watch(HttpConnection connection, Judge judge) {
    var last = ((HttpServerConnection) connection).channelHandlerContext();
    last.pipeline().addBefore(last.name(), "pace", new Pace(judge));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.channel().config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, MAX_UNSENT);
    checkLater(context);
  }

  private void checkLater(ChannelHandlerContext context) {
    var _ = context.executor().schedule(() -> check(context), CHECK_MS, TimeUnit.MILLISECONDS);
  }

  private void check(ChannelHandlerContext context) {
    if (context.isRemoved() || !context.channel().isActive()) {
      return;
    }
    var wait = wait(context.channel());
    if (patience.isOver(wait, moved(wait, context.channel()), now())) {
      judge.cut().accept(wait.name());
      var _ = context.close();
      return;
    }
    checkLater(context);
  }

  private long now() {
    return judge.nanoTime().getAsLong();
  }

  private Patience.Wait wait(Channel channel) {
    var unread = channel.unsafe().outboundBuffer();
    if (unread != null && !unread.isEmpty()) {
      return repeatable ? Patience.Wait.FILM_READER : Patience.Wait.READER;
    }
    if (receiving) {
      return channel.config().isAutoRead() ? Patience.Wait.BODY : Patience.Wait.NOTHING;
    }
    if (answering) {
      return Patience.Wait.NOTHING;
    }
    return begun ? Patience.Wait.HEAD : Patience.Wait.REQUEST;
  }

  private long moved(Patience.Wait wait, Channel channel) {
    var unread = channel.unsafe().outboundBuffer();
    return switch (wait) {
      case HEAD, REQUEST, BODY, NOTHING -> received;
      case READER, FILM_READER -> unread == null ? sent : sent + unread.currentProgress();
    };
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    decoded = true;
    if (message instanceof HttpRequest) {
      receiving = true;
      answering = true;
      begun = false;
    }
    if (message instanceof HttpContent content) {
      received += content.content().readableBytes();
    }
    if (message instanceof LastHttpContent) {
      receiving = false;
    }
    context.fireChannelRead(message);
  }

  /// Bytes that the decoder made nothing of yet are the beginning of a head, or of a chunk.
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    begun |= !decoded;
    decoded = false;
    context.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean interim = false;
    if (message instanceof HttpResponse response) {
      interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      repeatable = response.headers().contains(HttpHeaderNames.ACCEPT_RANGES);
    }
    if (message instanceof LastHttpContent && !interim) {
      answering = false;
    }
    long size = size(message);
    context.write(message, promise.unvoid().addListener(_ -> sent += size));
    if (message instanceof HttpResponse response
        && response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
      context.pipeline().remove(this);
    }
  }

  private static long size(Object message) {
    return switch (message) {
      case FileRegion region -> region.count();
      case ByteBufHolder holder -> holder.content().readableBytes();
      default -> 0;
    };
  }
}
