package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/// Sends answers that are at hand. On the request's event loop.
final class Replies {
  private static final long LINGER_MS = 5_000;

  private Replies() {}

  /// Sends `reply`. When something of the request is still on its way, that is thrown away for up
  /// to 5 s, so that the sender comes to read the answer, and the connection is closed.
  static void send(Vertx vertx, HttpServerRequest request, Reply reply) {
    var response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    reply.cookies().forEach(cookie -> response.headers().add(HttpHeaders.SET_COOKIE, cookie));
    var body = Buffer.buffer(reply.body());
    if (reply.hasContent()) {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, reply.contentType())
          .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    }
    boolean whole = request.isEnded() || !hasBody(request);
    if (!whole) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    response.end(request.method().equals(HttpMethod.HEAD) ? Buffer.buffer() : body);
    if (!whole) {
      linger(vertx, request);
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
  }

  private static void linger(Vertx vertx, HttpServerRequest request) {
    var connection = request.connection();
    long timer = vertx.setTimer(LINGER_MS, _ -> connection.close());
    request.exceptionHandler(_ -> vertx.cancelTimer(timer));
    request.endHandler(
        _ -> {
          vertx.cancelTimer(timer);
          connection.close();
        });
    request.handler(_ -> {});
    request.resume();
  }
}
