package matinee.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import matinee.server.stores.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves contents that lie elsewhere, one span each: as it is read piece by piece, so that of each
/// no more than [#PIECE_BYTES] are in memory, and nothing is fetched faster than it is taken. At
/// most [#AT_ONCE] at once.
final class Streams {
  static final int AT_ONCE = 500;
  private static final int PIECE_BYTES = 64 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private final Blocking blocking;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Streams(Blocking blocking) {
    this.blocking = blocking;
  }

  /// Sends `span` of `content`, which is in `elsewhere`, with what `head` says of it. Blocks until
  /// there is something to send. Throws [Refusal].
  Blocking.Sending sending(
      HttpServerRequest request,
      Content content,
      Content.Elsewhere elsewhere,
      Span span,
      Runnable head) {
    if (!places.tryAcquire()) {
      throw new Refusal(Problem.busy());
    }
    var stream = open(elsewhere, span);
    return () -> {
      head.run();
      var response = request.response();
      if (span.length() < content.sizeBytes()) {
        response
            .setStatusCode(206)
            .putHeader(HttpHeaderNames.CONTENT_RANGE, span.contentRange(content.sizeBytes()));
      }
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, content.contentType())
          .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(span.length()));
      blocking.execute(() -> send(response, stream, span.length()));
    };
  }

  private InputStream open(Content.Elsewhere elsewhere, Span span) {
    boolean isOpen = false;
    try {
      var stream = elsewhere.read(span.first(), span.length());
      isOpen = true;
      return stream;
    } catch (StoreAway e) {
      LOG.warn("a film cannot be read: {}", e.getMessage());
      throw new Refusal(Problem.filmsAway());
    } catch (NoSuchFileException e) {
      LOG.warn("a film is missing: {}", e.getMessage());
      throw new Refusal(Problem.filmUnknown());
    } catch (IOException e) {
      throw new UncheckedIOException("reading a film", e);
    } finally {
      if (!isOpen) {
        places.release();
      }
    }
  }

  private void send(HttpServerResponse response, InputStream stream, long length) {
    try (stream) {
      long left = length;
      while (left > 0) {
        var piece = stream.readNBytes((int) Math.min(PIECE_BYTES, left));
        if (piece.length == 0) {
          throw new EOFException(left + " bytes before the end");
        }
        Pieces.write(response, piece);
        left -= piece.length;
      }
      response.end();
    } catch (IOException | CompletionException _) {
      // The receiver is gone, or half of the answer is: either way it must not look whole.
      response.reset();
    } finally {
      places.release();
    }
  }
}
