package matinee.server.http;

import io.netty.channel.Channel;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import matinee.server.access.Crowd;
import matinee.server.access.Rate;
import matinee.server.tracker.Ending;
import matinee.server.tracker.Outlet;
import matinee.server.tracker.Tracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/tracker`: the sockets by which peers are introduced to one another, to be opened from any
/// page, for there is nothing to be had by who somebody is. A socket counts as a connection of its
/// address (EN5). Of what waits to be sent 256 KiB are kept; messages are read only as fast as they
/// are answered.
final class TrackerSockets {
  private static final Logger LOG = LoggerFactory.getLogger(TrackerSockets.class);
  private static final String PATH = "/tracker";
  private static final int MAX_MESSAGE = 32 * 1024;
  private static final int MAX_WAITING = 256 * 1024;
  private static final int ASKING_AT_ONCE = 64;
  private static final long FAREWELL_MS = 2_000;
  private static final short GOING_AWAY = 1001;
  private static final short NOT_TEXT = 1003;
  private static final short REFUSED = 1008;

  private final Vertx vertx;
  private final Blocking blocking;
  private final Guard guard;
  private final Crowd crowd;
  private final Remote remote;
  private final Tracker tracker;
  private final Semaphore asking = new Semaphore(ASKING_AT_ONCE);

  TrackerSockets(
      Vertx vertx, Blocking blocking, Guard guard, Crowd crowd, Remote remote, Tracker tracker) {
    this.vertx = vertx;
    this.blocking = blocking;
    this.guard = guard;
    this.crowd = crowd;
    this.remote = remote;
    this.tracker = tracker;
  }

  /// What may come in one message, and that nothing is compressed, for `options` of the listener.
  static HttpServerOptions limit(HttpServerOptions options) {
    return options
        .setMaxWebSocketFrameSize(MAX_MESSAGE)
        .setMaxWebSocketMessageSize(MAX_MESSAGE)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }

  void on(Router router) {
    router.get(PATH).handler(this::open);
  }

  private void open(RoutingContext context) {
    var request = context.request();
    if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      Replies.send(vertx, request, NO_UPGRADE.reply());
      return;
    }
    guard
        .tooMuch(request, Rate.TRACKER)
        .ifPresentOrElse(
            problem -> Replies.send(vertx, request, problem.reply()), () -> letIn(request));
  }

  private void letIn(HttpServerRequest request) {
    var address = remote.address(request);
    if (!crowd.enter(address)) {
      Replies.send(vertx, request, TOO_MANY.reply());
      return;
    }
    var channel = ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
    request
        .toWebSocket()
        .onSuccess(socket -> begin(socket, channel, address))
        .onFailure(_ -> crowd.leave(address));
  }

  private void begin(ServerWebSocket socket, Channel channel, String address) {
    socket.setWriteQueueMaxSize(MAX_WAITING);
    var visit = tracker.enter(new Line(socket, channel, vertx.getOrCreateContext()));
    socket.closeHandler(
        _ -> {
          crowd.leave(address);
          visit.leave();
        });
    socket.exceptionHandler(
        e -> {
          if (!(e instanceof IOException)) {
            visit.end(Ending.TOO_LARGE); // nothing else fails but the network
          }
        });
    socket.textMessageHandler(visit::hear);
    socket.binaryMessageHandler(_ -> socket.close(NOT_TEXT, "messages are text"));
  }

  /// One socket, which belongs to the event loop `loop`.
  private final class Line implements Outlet {
    private final ServerWebSocket socket;
    private final Channel channel;
    private final Context loop;

    private Line(ServerWebSocket socket, Channel channel, Context loop) {
      this.socket = socket;
      this.channel = channel;
      this.loop = loop;
    }

    @Override
    public boolean send(String text) {
      if (socket.isClosed()) {
        return true;
      }
      if (socket.writeQueueFull()) {
        return false;
      }
      var _ = socket.writeTextMessage(text);
      return true;
    }

    @Override
    public void cut(Ending why) {
      loop.runOnContext(
          _ -> {
            socket.close(why == Ending.STOPPING ? GOING_AWAY : REFUSED, why.reason());
            // Below Vert.x, which would wait for a reader that does not read.
            vertx.setTimer(FAREWELL_MS, _ -> channel.unsafe().close(channel.voidPromise()));
          });
    }

    @Override
    public <T> boolean ask(Supplier<T> question, Consumer<T> then) {
      if (!asking.tryAcquire()) {
        return false;
      }
      socket.pause();
      blocking.execute(
          () -> {
            try {
              var answer = question.get();
              loop.runOnContext(
                  _ -> {
                    then.accept(answer);
                    socket.resume();
                  });
            } catch (RuntimeException e) {
              LOG.debug("the tracker could not look something up", e);
              cut(Ending.BUSY);
            } finally {
              asking.release();
            }
          });
      return true;
    }
  }

  private static final Problem NO_UPGRADE =
      new Problem(
          426,
          "websocket-only",
          "This is a tracker, which is reached by WebSocket.",
          "Give its address, with ws: or wss:, to a client of WebTorrent trackers.");

  private static final Problem TOO_MANY =
      new Problem(
              429,
              "too-many-connections",
              "Too many connections are open from your address.",
              "Close some of them, or wait until others have.")
          .after(Duration.ofSeconds(10));
}
