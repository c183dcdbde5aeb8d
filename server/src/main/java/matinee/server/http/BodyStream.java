package matinee.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The body of a request as a stream that a thread reads and waits on. At most [#WINDOW] pieces
/// wait to be read; then the sender waits. Nothing is fetched, and no `100 Continue` sent, before
/// the first read.
///
/// Made on the request's event loop, read by one other thread, broken off by any.
final class BodyStream extends InputStream {
  private static final int WINDOW = 16;

  private sealed interface Arrival {
    record Piece(Buffer bytes) implements Arrival {}

    record End() implements Arrival {}

    record Broken(Throwable cause) implements Arrival {}
  }

  private final HttpServerRequest request;
  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
  private Arrival current = new Arrival.Piece(Buffer.buffer());
  private int at;
  private boolean started;

  BodyStream(HttpServerRequest request) {
    this.request = request;
    request.pause();
    request.handler(bytes -> arrived.add(new Arrival.Piece(bytes)));
    request.endHandler(_ -> arrived.add(new Arrival.End()));
    request.exceptionHandler(cause -> arrived.add(new Arrival.Broken(cause)));
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    start();
    while (true) {
      switch (current) {
        case Arrival.Piece(Buffer bytes) -> {
          int count = Math.min(length, bytes.length() - at);
          if (count > 0) {
            bytes.getBytes(at, at + count, into, from);
            at += count;
            return count;
          }
          next();
        }
        case Arrival.End _ -> {
          return -1;
        }
        case Arrival.Broken(Throwable cause) -> throw new IOException("broken off", cause);
      }
    }
  }

  /// Ends the body behind what has arrived, as if its sender had gone away.
  void breakOff() {
    arrived.add(new Arrival.Broken(new IOException("the server stops")));
  }

  private void start() {
    if (started) {
      return;
    }
    started = true;
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.fetch(WINDOW - 1);
  }

  private void next() throws IOException {
    request.fetch(1);
    at = 0;
    try {
      current = arrived.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
