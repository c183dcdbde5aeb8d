package matinee.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves bytes from files, and from elsewhere, as RFC 9110 says: whole or in ranges, with
/// conditions. Nothing is compressed on the way.
final class Contents {
  private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

  private final Vertx vertx;
  private final Blocking blocking;
  private final Streams streams;

  Contents(Vertx vertx, Blocking blocking) {
    this.vertx = vertx;
    this.blocking = blocking;
    this.streams = new Streams(blocking);
  }

  /// Answers a GET or HEAD with what `find` gives; that may block, and throw [Refusal].
  void answer(RoutingContext context, Supplier<Content> find) {
    var request = context.request();
    blocking.run(request, () -> sending(request, find.get()));
  }

  private Blocking.Sending sending(HttpServerRequest request, Content content) {
    return switch (Preconditions.judge(request.headers(), content.validators())) {
      case FAILED -> () -> Replies.send(vertx, request, OTHER_VERSION.reply());
      case NOT_MODIFIED -> () -> notModified(request, content);
      case PROCEED ->
          request.method().equals(HttpMethod.HEAD)
              ? () -> head(request, content)
              : sending(request, content, selection(request, content));
    };
  }

  private static Selection selection(HttpServerRequest request, Content content) {
    var ranges =
        Preconditions.rangeApplies(request.headers(), content.validators())
            ? request.headers().getAll(HttpHeaderNames.RANGE)
            : List.<String>of();
    return Selection.of(ranges, content.sizeBytes());
  }

  private Blocking.Sending sending(
      HttpServerRequest request, Content content, Selection selection) {
    return switch (content.source()) {
      case Content.Disk(var file) -> fromDisk(request, content, file, selection);
      case Content.Away(var address) -> () -> sendAway(request, address);
      case Content.Elsewhere elsewhere -> fromElsewhere(request, content, elsewhere, selection);
      case Content.Coming(_, long there)
          when selection instanceof Selection.One(var span) && span.first() > there ->
          () -> unsatisfiable(request, content);
      case Content.Coming(var bytes, _) -> fromElsewhere(request, content, bytes, selection);
    };
  }

  /// The address is another the next time, so nobody keeps the answer.
  private static void sendAway(HttpServerRequest request, URI address) {
    request
        .response()
        .setStatusCode(307)
        .putHeader(HttpHeaders.LOCATION, address.toString())
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }

  /// Several spans would be several questions to whoever has them: all is sent, as RFC 9110 allows.
  private Blocking.Sending fromElsewhere(
      HttpServerRequest request,
      Content content,
      Content.Elsewhere elsewhere,
      Selection selection) {
    Runnable head = () -> describe(request, content);
    return switch (selection) {
      case Selection.Unsatisfiable _ -> () -> unsatisfiable(request, content);
      case Selection.One(var span) -> streams.sending(request, content, elsewhere, span, head);
      case Selection.Whole _, Selection.Many _ -> {
        var all = new Span(0, content.sizeBytes() - 1);
        yield streams.sending(request, content, elsewhere, all, head);
      }
    };
  }

  private Blocking.Sending fromDisk(
      HttpServerRequest request, Content content, Path file, Selection selection) {
    return switch (selection) {
      case Selection.Unsatisfiable _ -> () -> unsatisfiable(request, content);
      case Selection.Whole _ -> {
        var channel = open(file);
        yield () -> file(request, content, channel, 0, content.sizeBytes());
      }
      case Selection.One(var span) -> {
        var channel = open(file);
        yield () -> {
          request
              .response()
              .setStatusCode(206)
              .putHeader(HttpHeaderNames.CONTENT_RANGE, span.contentRange(content.sizeBytes()));
          file(request, content, channel, span.first(), span.length());
        };
      }
      case Selection.Many(var spans) -> {
        var parts = new Multipart(content, spans);
        var channel = open(file);
        yield () -> {
          describe(request, content);
          parts.send(request.response(), channel, blocking);
        };
      }
    };
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException("opening " + file.getFileName(), e);
    }
  }

  private static void file(
      HttpServerRequest request, Content content, FileChannel channel, long from, long length) {
    describe(request, content);
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, content.contentType())
        .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length))
        .sendFile(channel, from, length)
        .onComplete(_ -> close(channel));
  }

  static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("closing a film", e);
    }
  }

  private static void head(HttpServerRequest request, Content content) {
    describe(request, content);
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, content.contentType())
        .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(content.sizeBytes()))
        .end();
  }

  private static void notModified(HttpServerRequest request, Content content) {
    describe(request, content);
    request.response().setStatusCode(304).end();
  }

  private void unsatisfiable(HttpServerRequest request, Content content) {
    var response = request.response();
    response.putHeader(HttpHeaderNames.ACCEPT_RANGES, "bytes");
    response.putHeader(HttpHeaderNames.CONTENT_RANGE, "bytes */" + content.sizeBytes());
    Replies.send(vertx, request, BEYOND.reply());
  }

  private static void describe(HttpServerRequest request, Content content) {
    request
        .response()
        .putHeader(HttpHeaderNames.ACCEPT_RANGES, "bytes")
        .putHeader(HttpHeaders.ETAG, content.validators().etag())
        .putHeader(HttpHeaders.LAST_MODIFIED, HttpDate.format(content.validators().lastModified()))
        .putHeader(HttpHeaders.CACHE_CONTROL, content.caching())
        .putHeader("Content-Security-Policy", SecurityHeaders.CONTENT_POLICY);
  }

  private static final Problem OTHER_VERSION =
      new Problem(
          412,
          "other-version",
          "The film is not the version that you have.",
          "Ask without If-Match and If-Unmodified-Since.");

  private static final Problem BEYOND =
      new Problem(
          416,
          "beyond-the-end",
          "The film has no such bytes.",
          "Content-Range says how many it has.");
}
