package matinee.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;
import matinee.server.library.Arrivals;
import matinee.server.library.FilmBytes;
import matinee.server.library.FilmId;
import matinee.server.library.Intake;
import matinee.server.library.Piece;

/// Brings films from requests into the library, until the server stops. Blocks.
record Receiving(Arrivals arrivals, Uploads uploads, Callers callers) {

  /// The whole film that `body` is, from a file called `name`.
  Intake take(Exchange exchange, String name, BodyStream body) {
    var bytes = bytes(exchange, body);
    var who = callers.uploader(exchange);
    return uploads.during(body, () -> arrivals.take(who, name, bytes, callers.origin(exchange)));
  }

  /// The piece that `body` is, behind the first `offset` bytes of the upload called `id`.
  Intake append(Exchange exchange, FilmId id, long offset, BodyStream body) {
    var checksum = TusHeaders.checksum(exchange.context().request());
    var piece = new Piece(offset, bytes(exchange, body), checksum, false);
    return uploads.during(body, () -> arrivals.append(id, piece, callers.origin(exchange)));
  }

  /// Why `intake` is no success.
  Problem problem(Intake intake) {
    return intake instanceof Intake.BrokenOff && uploads.areStopped()
        ? Uploads.STOPPING
        : IntakeText.problem(intake);
  }

  private static FilmBytes bytes(Exchange exchange, BodyStream body) {
    return new FilmBytes(body, announced(exchange.context().request()));
  }

  /// The decoder has refused a length that is no number.
  private static OptionalLong announced(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
  }
}
