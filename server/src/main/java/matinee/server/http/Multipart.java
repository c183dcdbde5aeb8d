package matinee.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;

/// Several spans of a content as one `multipart/byteranges` (RFC 9110, section 14.6).
final class Multipart {
  private static final int PIECE = 64 * 1024;

  private final Content content;
  private final List<Span> spans;
  private final String boundary =
      "matinee-" + Long.toHexString(ThreadLocalRandom.current().nextLong());

  Multipart(Content content, List<Span> spans) {
    this.content = content;
    this.spans = spans;
  }

  /// Sends head and parts, then closes `channel`. Called on the event loop; reads on a thread of
  /// `blocking`, which waits for a slow receiver.
  void send(HttpServerResponse response, FileChannel channel, Blocking blocking) {
    response
        .setStatusCode(206)
        .putHeader(HttpHeaders.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length()));
    blocking.execute(
        () -> {
          try (channel) {
            copy(response, channel);
            Pieces.write(response, end());
            response.end();
          } catch (IOException | CompletionException _) {
            // The receiver is gone, or half of the answer is: either way it must not look whole.
            response.reset();
          }
        });
  }

  private long length() {
    return end().length + spans.stream().mapToLong(span -> head(span).length + span.length()).sum();
  }

  private byte[] head(Span span) {
    return bytes(
        "\r\n--"
            + boundary
            + "\r\nContent-Type: "
            + content.contentType()
            + "\r\nContent-Range: "
            + span.contentRange(content.sizeBytes())
            + "\r\n\r\n");
  }

  private byte[] end() {
    return bytes("\r\n--" + boundary + "--\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void copy(HttpServerResponse response, FileChannel channel) throws IOException {
    for (var span : spans) {
      Pieces.write(response, head(span));
      long at = span.first();
      while (at <= span.last()) {
        var piece = ByteBuffer.allocate((int) Math.min(PIECE, span.last() - at + 1));
        int read = channel.read(piece, at);
        if (read < 0) {
          throw new IOException("the file ended at " + at);
        }
        Pieces.write(response, Arrays.copyOf(piece.array(), read));
        at += read;
      }
    }
  }
}
