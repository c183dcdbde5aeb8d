package matinee.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/// Sends what is too large to be at hand as a whole.
final class Pieces {

  private Pieces() {}

  /// Sends `bytes` as the next of `response`, and waits until they have gone to the socket. On a
  /// virtual thread. Throws `CompletionException` when the receiver is gone.
  static void write(HttpServerResponse response, byte[] bytes) {
    response.write(Buffer.buffer(bytes)).toCompletionStage().toCompletableFuture().join();
  }
}
