package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import matinee.server.access.Rate;
import matinee.server.library.Film;
import matinee.server.library.FilmId;
import matinee.server.library.Intake;
import matinee.server.library.Upload;
import matinee.server.library.UploadKey;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Uploads that can be gone on with, by tus 1.0 (https://tus.io/protocols/resumable-upload) with
/// its extensions creation, creation-with-upload, termination, expiration and checksum, under
/// `/api/uploads`. Whoever knows the address of an upload may go on with it.
final class TusRoutes {
  private static final String ALL = "/api/uploads";
  private static final String ONE = ALL + "/:upload";
  private static final Set<String> TYPES = Set.of(TusHeaders.CONTENT);

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final Receiving receiving;

  TusRoutes(Vertx vertx, Guard guard, Blocking blocking, Receiving receiving) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.receiving = receiving;
  }

  void on(Router router, Operations operations) {
    router
        .route(ALL + "/*")
        .handler(
            context -> {
              context.response().putHeader(TusHeaders.RESUMABLE, TusHeaders.VERSION);
              context.next();
            });
    router.options(ALL).handler(operations.reading(Rate.READ, _ -> abilities()));
    router.post(ALL).handler(this::begin);
    router.head(ONE).handler(operations.reading(Rate.READ, this::describe));
    router.get(ONE).handler(operations.reading(Rate.READ, this::read));
    router.patch(ONE).handler(this::append);
    router.delete(ONE).handler(operations.granting(Rate.UPLOAD, this::end));
  }

  private Reply abilities() {
    return Reply.done()
        .with(
            Map.of(
                "Tus-Version",
                TusHeaders.VERSION,
                "Tus-Extension",
                "creation,creation-with-upload,termination,expiration,checksum",
                "Tus-Checksum-Algorithm",
                "sha1,sha256",
                "Tus-Max-Size",
                Long.toString(receiving.arrivals().maxFilmBytes())));
  }

  private void begin(RoutingContext context) {
    var request = context.request();
    boolean hasPiece = TusHeaders.CONTENT.equals(request.getHeader(HttpHeaders.CONTENT_TYPE));
    guard
        .foreign(request)
        .or(() -> TusHeaders.wrongVersion(request))
        .or(() -> guard.tooMuch(request, Rate.UPLOAD))
        .ifPresentOrElse(
            problem -> Replies.send(vertx, request, problem.reply()),
            () -> {
              var body = hasPiece ? Optional.of(new BodyStream(request)) : NO_BODY;
              blocking.answer(request, () -> begun(new Exchange(context, ""), body));
            });
  }

  private static final Optional<BodyStream> NO_BODY = Optional.empty();

  private Reply begun(Exchange exchange, Optional<BodyStream> body) {
    var request = exchange.context().request();
    var size = OptionalLong.of(TusHeaders.number(request, TusHeaders.LENGTH));
    var name = TusHeaders.fileName(request);
    var key = receiving.arrivals().newKey();
    var begun = receiving.arrivals().begin(key, receiving.callers().uploader(exchange), name, size);
    if (!(begun instanceof Intake.Waiting(var upload))) {
      throw new Refusal(IntakeText.problem(begun));
    }
    var come = body.map(it -> receiving.append(exchange, upload.id(), 0, it)).orElse(begun);
    return new Reply(201, "", standing(come), "").with(Map.of("Location", ALL + "/" + key.value()));
  }

  private void append(RoutingContext context) {
    var request = context.request();
    guard
        .foreign(request)
        .or(() -> TusHeaders.wrongVersion(request))
        .or(() -> Guard.unreadable(request, TusHeaders.CONTENT, TYPES))
        .or(() -> guard.tooMuch(request, Rate.UPLOAD_PIECE))
        .ifPresentOrElse(
            problem -> Replies.send(vertx, request, problem.reply()),
            () -> {
              var body = new BodyStream(request);
              blocking.answer(request, () -> appended(new Exchange(context, ""), body));
            });
  }

  private Reply appended(Exchange exchange, BodyStream body) {
    long offset = TusHeaders.number(exchange.context().request(), TusHeaders.OFFSET);
    return Reply.done().with(standing(receiving.append(exchange, id(exchange), offset, body)));
  }

  /// The headers that tell how an upload stands, of which `intake` came.
  private Map<String, String> standing(Intake intake) {
    return switch (intake) {
      case Intake.Waiting(var upload) ->
          Map.of(
              "Cache-Control",
              "no-store",
              TusHeaders.OFFSET,
              Long.toString(upload.offsetBytes()),
              TusHeaders.EXPIRES,
              HttpDate.format(upload.expires()));
      case Intake.Taken(var film) ->
          Map.of("Cache-Control", "no-store", TusHeaders.OFFSET, Long.toString(film.sizeBytes()));
      case Intake other -> throw new Refusal(receiving.problem(other));
    };
  }

  private Reply describe(Exchange exchange) {
    checkVersion(exchange.context().request());
    var standing = receiving.arrivals().look(id(exchange));
    return new Reply(200, "", standing(standing), "").with(about(standing));
  }

  private static Map<String, String> about(Intake standing) {
    return switch (standing) {
      case Intake.Waiting(var upload) when upload.sizeBytes().isPresent() ->
          about(upload.name(), upload.sizeBytes().getAsLong());
      case Intake.Taken(var film) -> about(film.title(), film.sizeBytes());
      case Intake _ -> Map.of();
    };
  }

  private static Map<String, String> about(String name, long sizeBytes) {
    return Map.of(
        TusHeaders.METADATA, TusHeaders.metadata(name),
        TusHeaders.LENGTH, Long.toString(sizeBytes));
  }

  private Reply read(Exchange exchange) {
    return switch (receiving.arrivals().look(id(exchange))) {
      case Intake.Waiting(var upload) -> Reply.json(200, json(upload));
      case Intake.Taken(var film) -> Reply.json(200, json(film));
      case Intake other -> throw new Refusal(IntakeText.problem(other));
    };
  }

  private Reply end(Exchange exchange) {
    checkVersion(exchange.context().request());
    return switch (receiving.arrivals().end(id(exchange))) {
      case Intake.Ended _ -> Reply.done();
      case Intake other -> throw new Refusal(IntakeText.problem(other));
    };
  }

  private static ObjectNode json(Upload upload) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("offsetBytes", upload.offsetBytes())
        .put("expiresAtMs", upload.expires().toEpochMilli());
    json.putObject("coming")
        .put("film", upload.id().value())
        .put("title", upload.name())
        .put("availableMs", upload.come().availableMs());
    upload.sizeBytes().ifPresent(size -> json.put("sizeBytes", size));
    return json;
  }

  private static ObjectNode json(Film film) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("offsetBytes", film.sizeBytes())
        .put("sizeBytes", film.sizeBytes())
        .set("film", IntakeText.film(film));
    return json;
  }

  private static void checkVersion(HttpServerRequest request) {
    TusHeaders.wrongVersion(request)
        .ifPresent(
            problem -> {
              throw new Refusal(problem);
            });
  }

  private static FilmId id(Exchange exchange) {
    return Optional.of(exchange.part("upload"))
        .filter(UploadKey::isWellFormed)
        .map(key -> new UploadKey(key).film())
        .orElseThrow(() -> new Refusal(IntakeText.problem(new Intake.Unknown())));
  }
}
