package matinee.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/// The way through to the sync port, so that at home one port is enough: an upgrade at `/sync` is
/// passed on with its head as it came; once the sync server has agreed, bytes go both ways as they
/// are, each side waiting for a slow other. When the sync server has ended a conversation, the
/// visitor may take what is on its way for 2 s, and is cut then.
final class SyncTunnel {
  private static final int MAX_TUNNELS = 20_000;
  private static final int CONNECT_WITHIN_MS = 5_000;
  private static final long FAREWELL_MS = 2_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final SocketAddress sync;

  /// To the sync server at `sync`.
  SyncTunnel(Vertx vertx, SocketAddress sync) {
    this.vertx = vertx;
    this.sync = sync;
    client =
        vertx.createHttpClient(
            new HttpClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_WITHIN_MS),
            new PoolOptions().setHttp1MaxSize(MAX_TUNNELS).setMaxWaitQueueSize(0));
  }

  void on(Router router) {
    router.get("/sync").handler(this::open);
  }

  private void open(RoutingContext context) {
    var request = context.request();
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(sync.host())
                .setPort(sync.port())
                .setURI(request.uri()))
        .compose(onward -> ask(request, onward))
        .onSuccess(answer -> pass(request, answer))
        .onFailure(_ -> Replies.send(vertx, request, UNREACHABLE.reply()));
  }

  private static Future<HttpClientResponse> ask(
      HttpServerRequest request, HttpClientRequest onward) {
    onward.headers().setAll(request.headers());
    // What befalls the sync server is told by its socket, and that is piped.
    onward.exceptionHandler(_ -> {});
    return onward.connect();
  }

  private void pass(HttpServerRequest request, HttpClientResponse answer) {
    var response = request.response();
    if (answer.statusCode() != 101) {
      refuse(request, answer);
      return;
    }
    var there = answer.netSocket();
    there.pause();
    response.headers().setAll(answer.headers());
    request.toNetSocket().onSuccess(here -> join(here, there)).onFailure(_ -> there.close());
  }

  private void join(NetSocket here, NetSocket there) {
    there.closeHandler(_ -> cutLater(here));
    here.pipeTo(there).onFailure(_ -> there.close());
    there.pipeTo(here).onFailure(_ -> here.close());
  }

  /// Closes the visitor's side below Vert.x, which would wait for a reader that does not read.
  private void cutLater(NetSocket here) {
    var channel = ((NetSocketInternal) here).channelHandlerContext();
    vertx.setTimer(FAREWELL_MS, _ -> channel.close());
  }

  private void refuse(HttpServerRequest request, HttpClientResponse answer) {
    var response = request.response().setStatusCode(answer.statusCode());
    response.headers().addAll(answer.headers());
    answer.body().onSuccess(response::end).onFailure(_ -> request.connection().close());
  }

  private static final Problem UNREACHABLE =
      new Problem(
          503,
          "sync-unreachable",
          "The sync server cannot be reached.",
          "Try again in a few seconds; the page does so by itself.");
}
