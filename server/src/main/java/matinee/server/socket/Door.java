package matinee.server.socket;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import matinee.server.access.Admission;
import matinee.server.access.Origins;
import matinee.server.access.Tickets;
import org.jspecify.annotations.Nullable;

/// The handshake: who has a good ticket and comes from a page of ours is upgraded to a
/// [Conversation]; anybody else gets a status and is cut (EN1). A handshake that takes longer than
/// 10 s is cut too.
///
/// The ticket is looked at last, so that neither a mistake nor a crowd costs a good one: whoever
/// the [Reception] does not let in now is told when to come back (503), as is everybody when the
/// store of used tickets does not answer within 5 s. `X-Forwarded-...` headers are not looked at.
final class Door extends SimpleChannelInboundHandler<FullHttpRequest> {
  static final String PATH = "/sync";
  static final String SUBPROTOCOL = "matinee.1";
  private static final String VERSION = "13";
  private static final int KEY_LENGTH = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration UNTIL_REDEEMED = Duration.ofSeconds(5);
  private static final Duration AFTER_STORE = Duration.ofSeconds(2);
  private static final WebSocketDecoderConfig FRAMES =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(Assembly.MAX_BYTES)
          .allowExtensions(false)
          .closeOnProtocolViolation(false)
          .withUTF8Validator(false)
          .build();

  private final Tickets tickets;
  private final Origins origins;
  private final Desk desk;
  private @Nullable Future<?> patience;
  private boolean isAsking;

  Door(Tickets tickets, Origins origins, Desk desk) {
    this.tickets = tickets;
    this.origins = origins;
    this.desk = desk;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    patience =
        context.executor().schedule(() -> cut(context), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (patience != null) {
      patience.cancel(false);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (isAsking) {
      return; // nobody speaks before the answer
    }
    var refusal = refusal(request);
    if (refusal.isPresent()) {
      refuse(context, refusal.get());
      return;
    }
    ticket(request)
        .ifPresentOrElse(
            ticket -> receive(context, request, ticket),
            () -> refuse(context, HttpResponseStatus.UNAUTHORIZED));
  }

  private void receive(ChannelHandlerContext context, FullHttpRequest request, String ticket) {
    desk.reception()
        .enter()
        .ifPresentOrElse(wait -> sendAway(context, wait), () -> redeem(context, request, ticket));
  }

  /// Asks whether `ticket` is good, and reads nothing more until that is told.
  private void redeem(ChannelHandlerContext context, FullHttpRequest request, String ticket) {
    isAsking = true;
    request.retain();
    context.channel().config().setAutoRead(false);
    tickets
        .redeem(ticket)
        .toCompletableFuture()
        .orTimeout(UNTIL_REDEEMED.toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync(
            (admission, failure) -> {
              answer(context, request, failure == null ? Optional.of(admission) : Optional.empty());
              request.release();
            },
            context.executor());
  }

  /// `redeemed` is empty when the store did not answer.
  private void answer(
      ChannelHandlerContext context,
      FullHttpRequest request,
      Optional<Optional<Admission>> redeemed) {
    context.channel().config().setAutoRead(true);
    if (redeemed.isEmpty()) {
      sendAway(context, AFTER_STORE);
      return;
    }
    redeemed
        .get()
        .ifPresentOrElse(
            admission -> count(context, request, admission),
            () -> refuse(context, HttpResponseStatus.UNAUTHORIZED));
  }

  private Optional<HttpResponseStatus> refusal(FullHttpRequest request) {
    var headers = request.headers();
    if (request.decoderResult().isFailure()) {
      return Optional.of(
          request.decoderResult().cause() instanceof TooLongFrameException
              ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
              : HttpResponseStatus.BAD_REQUEST);
    }
    if (!new QueryStringDecoder(request.uri()).rawPath().equals(PATH)) {
      return Optional.of(HttpResponseStatus.NOT_FOUND);
    }
    if (!request.method().equals(HttpMethod.GET)) {
      return Optional.of(HttpResponseStatus.METHOD_NOT_ALLOWED);
    }
    if (!headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        || !headers.contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION, false)) {
      return Optional.of(HttpResponseStatus.UPGRADE_REQUIRED);
    }
    var hosts = headers.getAll(HttpHeaderNames.HOST);
    var keys = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY);
    if (hosts.size() != 1
        || keys.size() != 1
        || keys.getFirst().length() != KEY_LENGTH
        || !speaksOurs(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL))) {
      return Optional.of(HttpResponseStatus.BAD_REQUEST);
    }
    var pages = headers.getAll(HttpHeaderNames.ORIGIN);
    return pages.size() == 1 && origins.allows(pages.getFirst(), hosts.getFirst())
        ? Optional.empty()
        : Optional.of(HttpResponseStatus.FORBIDDEN);
  }

  private static boolean speaksOurs(List<String> offers) {
    return offers.stream()
        .flatMap(offer -> Arrays.stream(offer.split(",", -1)))
        .anyMatch(offer -> offer.strip().equals(SUBPROTOCOL));
  }

  private static Optional<String> ticket(FullHttpRequest request) {
    var given = new QueryStringDecoder(request.uri()).parameters().get("ticket");
    return given != null && given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
  }

  private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
      response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
      response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
    }
    send(context, response);
  }

  /// Refuses whoever is to ask again after `wait`.
  private void sendAway(ChannelHandlerContext context, Duration wait) {
    var response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE);
    response.headers().set(HttpHeaderNames.RETRY_AFTER, Math.ceilDiv(wait.toMillis(), 1_000));
    send(context, response);
  }

  private void send(ChannelHandlerContext context, FullHttpResponse response) {
    desk.meter().handshake(response.status().code());
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  /// Lets the connection in unless there are too many from its address.
  private void count(ChannelHandlerContext context, FullHttpRequest request, Admission admission) {
    if (!tickets.crowd().enter(admission.address())) {
      refuse(context, HttpResponseStatus.TOO_MANY_REQUESTS);
      return;
    }
    context.channel().closeFuture().addListener(_ -> tickets.crowd().leave(admission.address()));
    admit(context, request, admission);
  }

  /// Frames that come before the client has seen our answer are dropped: it had to wait.
  private void admit(ChannelHandlerContext context, FullHttpRequest request, Admission admission) {
    var channel = context.channel();
    new WebSocketServerHandshaker13(PATH, SUBPROTOCOL, FRAMES)
        .handshake(channel, request)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                desk.meter().handshake(HttpResponseStatus.SWITCHING_PROTOCOLS.code());
                channel.pipeline().get(WebSocket13FrameDecoder.class).setCumulator(new Gathering());
                channel.pipeline().replace(this, "conversation", desk.seat(channel, admission));
              } else {
                var _ = channel.close();
              }
            });
  }

  private static void cut(ChannelHandlerContext context) {
    var _ = context.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    cut(context);
  }
}
