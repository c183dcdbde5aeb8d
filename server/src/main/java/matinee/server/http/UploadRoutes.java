package matinee.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import matinee.server.access.Rate;
import matinee.server.library.FilmBytes;
import matinee.server.library.Films;
import matinee.server.library.Intake;
import tools.jackson.databind.node.JsonNodeFactory;

/// `POST /api/films?name=FILE`: the body is a film, streamed to the library.
final class UploadRoutes {
  private static final Set<String> TYPES = Set.of("application/octet-stream", "video/*", "audio/*");
  private static final String UNNAMED = "";

  private final Vertx vertx;
  private final Films films;
  private final Guard guard;
  private final Blocking blocking;
  private final Uploads uploads;

  UploadRoutes(Vertx vertx, Films films, Guard guard, Blocking blocking, Uploads uploads) {
    this.vertx = vertx;
    this.films = films;
    this.guard = guard;
    this.blocking = blocking;
    this.uploads = uploads;
  }

  void on(Router router) {
    router.post("/api/films").handler(this::upload);
  }

  private void upload(RoutingContext context) {
    var request = context.request();
    var refused =
        guard
            .foreign(request)
            .or(() -> Guard.unreadable(request, "application/octet-stream", TYPES))
            .or(() -> guard.tooMuch(request, Rate.UPLOAD));
    if (refused.isPresent()) {
      Replies.send(vertx, request, refused.get().reply());
      return;
    }
    var name = request.getParam("name", UNNAMED);
    var body = new BodyStream(request);
    var bytes = new FilmBytes(body, announced(request));
    var origin = guard.origin(request);
    blocking.answer(
        request, () -> reply(uploads.during(body, () -> films.take(name, bytes, origin))));
  }

  /// The decoder has refused a length that is no number.
  private static OptionalLong announced(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
  }

  private Reply reply(Intake intake) {
    return switch (intake) {
      case Intake.Taken(var film) -> {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("film", film.id().value())
            .put("title", film.title())
            .put("contentType", film.format().contentType())
            .put("sizeBytes", film.sizeBytes());
        yield Reply.json(201, json);
      }
      case Intake.TooLarge(long limit) ->
          new Problem(
                  413,
                  "film-too-large",
                  "The film is too large for this server.",
                  "Choose a file of at most " + limit + " bytes, or raise --max-film-size.")
              .reply();
      case Intake.NotPlayable _ ->
          new Problem(
                  415,
                  "film-not-playable",
                  "The file is no film that browsers play.",
                  "Choose an MP4, MOV, WebM, MKV or Ogg file, or sound as MP3, M4A, AAC, FLAC or WAV;"
                      + " convert anything else first.")
              .reply();
      case Intake.Empty _ ->
          new Problem(415, "film-empty", "The file is empty.", "Choose another file.").reply();
      case Intake.NoSpace _ ->
          new Problem(
                  507,
                  "no-space",
                  "There is no room left for this film on the server.",
                  "Choose a smaller file, or ask whoever runs the server to make room.")
              .reply();
      case Intake.Busy _ ->
          new Problem(
                  503,
                  "uploads-busy",
                  "As many films are being uploaded as the server takes at once.",
                  "Try again when one of them is done.")
              .after(Duration.ofSeconds(10))
              .reply();
      case Intake.BrokenOff _ when uploads.areStopped() ->
          new Problem(503, "stopping", "The server stops.", "Upload the film again in a minute.")
              .after(Duration.ofMinutes(1))
              .reply();
      case Intake.BrokenOff _ ->
          new Problem(400, "broken-off", "The upload broke off.", "Upload the file again.").reply();
    };
  }
}
