package matinee.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import matinee.server.access.Rate;
import matinee.server.titles.PosterId;
import matinee.server.titles.Title;

/// The posters of films and series: the addresses at which they are seen, and that owners choose
/// one of their own (`PUT .../poster`, whose body is a picture) or have the one from the film again
/// (`DELETE .../poster`).
final class PosterRoutes {
  private static final String FILM = "/api/me/library/films/:title/poster";
  private static final String SERIES = "/api/me/library/series/:series/poster";

  /// What is made of a film may be made anew.
  private static final String FOR_AN_HOUR = "private, max-age=3600";

  /// What somebody chose never changes; another poster has another address.
  private static final String FOREVER = "private, max-age=31536000, immutable";

  private final Blocking blocking;
  private final Callers callers;
  private final PictureIntake pictures;
  private final Library library;
  private final OwnTitles own;
  private final TitleText text;

  PosterRoutes(
      Blocking blocking, Callers callers, PictureIntake pictures, Library library, TitleText text) {
    this.blocking = blocking;
    this.callers = callers;
    this.pictures = pictures;
    this.library = library;
    own = new OwnTitles(callers, library.titles());
    this.text = text;
  }

  void on(Router router, Operations operations) {
    offer(router, operations, FILM, own::film);
    offer(router, operations, SERIES, own::series);
    router.get("/api/posters/:poster").handler(this::show);
  }

  private void offer(
      Router router, Operations operations, String path, Function<Exchange, Title> asked) {
    router
        .put(path)
        .handler(
            pictures.taking((exchange, picture) -> set(exchange, asked.apply(exchange), picture)));
    router
        .delete(path)
        .handler(
            operations.granting(Rate.ACCOUNT, exchange -> remove(exchange, asked.apply(exchange))));
  }

  private Reply set(Exchange exchange, Title title, BodyStream picture) {
    var jpeg = pictures.poster(picture);
    if (!library.posters().set(title, jpeg, callers.origin(exchange))) {
      throw new Refusal(OwnTitles.UNKNOWN);
    }
    return shown(title);
  }

  private Reply remove(Exchange exchange, Title title) {
    library.posters().remove(title, callers.origin(exchange));
    return shown(title);
  }

  private Reply shown(Title title) {
    return Reply.json(200, text.one(title, title.owner()));
  }

  private void show(RoutingContext context) {
    blocking.run(context.request(), () -> showing(context));
  }

  private Blocking.Sending showing(RoutingContext context) {
    var poster = new Exchange(context, "").part("poster");
    var made = text.filmOfPoster(poster).flatMap(library.renditions()::poster);
    var cache = made.isPresent() ? FOR_AN_HOUR : FOREVER;
    var jpeg =
        made.map(PosterRoutes::bytes)
            .or(() -> library.posters().read(new PosterId(poster)))
            .orElseThrow(() -> new Refusal(UNKNOWN));
    return () ->
        context
            .request()
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
            .putHeader(HttpHeaders.CACHE_CONTROL, cache)
            .putHeader("Content-Security-Policy", SecurityHeaders.CONTENT_POLICY)
            .end(Buffer.buffer(jpeg));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a poster", e);
    }
  }

  private static final Problem UNKNOWN =
      new Problem(
          404, "poster-unknown", "There is no such poster.", "Ask for the film or series again.");
}
