package matinee.server.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import matinee.server.regions.Regions;
import org.jspecify.annotations.Nullable;

/// The page: one document for every address of [#PAGES] and [#TELLING], and the files that it is
/// made of.
final class PageRoutes {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/new",
          "/sign-in",
          "/register",
          "/forgotten",
          "/reset",
          "/confirm",
          "/new-address",
          "/address-back",
          "/no-letters",
          "/account",
          "/people",
          "/people/:person",
          "/peer",
          "/open",
          "/library",
          "/library/films/:film",
          "/library/series/:series",
          "/watched",
          "/plan",
          "/screenings",
          "/r/:room/companion");

  /// Their links tell something before they are opened.
  private static final List<String> TELLING = List.of("/screenings/:screening", "/r/:room");

  /// Scripts that work beside the page, as the build calls them. Their own policy counts, not the
  /// page's.
  private static final Pattern WORKERS = Pattern.compile("/assets/[A-Za-z]+Worker-[^/]+\\.js");

  private static final String DOCUMENT = "/index.html";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_FIRST = "no-cache";
  private static final String NOT_BUILT =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Matinee</title>
      <h1>The page has not been built</h1>
      <p>The server runs, but has no page to show. Stop it and start it with <code>./matinee</code>, which builds what is
      missing, or build the page with <code>npm run build --workspace web</code> and start the server again.</p>
      """;

  private final Vertx vertx;
  private final Assets assets;
  private final Regions regions;
  private final CardRoutes cards;

  PageRoutes(Vertx vertx, Assets assets, Regions regions, CardRoutes cards) {
    this.vertx = vertx;
    this.assets = assets;
    this.regions = regions;
    this.cards = cards;
  }

  void on(Router router) {
    PAGES.forEach(page -> serve(router, page, this::sendDocument));
    TELLING.forEach(page -> serve(router, page, this::sendTellingDocument));
    cards.on(router, TELLING);
    serve(router, "/*", this::sendFile);
  }

  private static void serve(Router router, String path, Handler<RoutingContext> handler) {
    router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
  }

  private void sendDocument(RoutingContext context) {
    tellOfRegions(context);
    send(context, assets.at(DOCUMENT), notBuilt());
  }

  private void sendFile(RoutingContext context) {
    var path = context.normalizedPath();
    if (WORKERS.matcher(path).matches()) {
      context.response().putHeader("Content-Security-Policy", SecurityHeaders.WORKER_POLICY);
    }
    send(context, assets.at(path), Problem.notFound().reply());
  }

  private void sendTellingDocument(RoutingContext context) {
    tellOfRegions(context);
    assets
        .at(DOCUMENT)
        .ifPresentOrElse(
            document -> cards.tell(context, document, told -> send(context, told)),
            () -> Replies.send(vertx, context.request(), notBuilt()));
  }

  /// A page can read this one field of the answer that brought it: with one region it need not ask.
  private void tellOfRegions(RoutingContext context) {
    if (regions.areSeveral()) {
      context.response().putHeader("Server-Timing", "regions");
    }
  }

  private static Reply notBuilt() {
    return Reply.text(503, "text/html; charset=utf-8", NOT_BUILT);
  }

  private void send(RoutingContext context, Optional<Asset> asset, Reply otherwise) {
    asset.ifPresentOrElse(
        found -> send(context, found), () -> Replies.send(vertx, context.request(), otherwise));
  }

  private static void send(RoutingContext context, Asset asset) {
    var request = context.request();
    var coding = coding(request.getHeader(HttpHeaders.ACCEPT_ENCODING), asset);
    var etag = asset.etag(coding);
    var response = request.response();
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, asset.contentType())
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.VARY, "Accept-Encoding")
        .putHeader(HttpHeaders.CACHE_CONTROL, asset.immutable() ? FOREVER : ASK_FIRST);
    if (EntityTags.parse(request.headers().getAll(HttpHeaders.IF_NONE_MATCH)).matchWeakly(etag)) {
      response.setStatusCode(304).end();
      return;
    }
    if (!coding.equals(Asset.IDENTITY)) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, coding);
    }
    var bytes = asset.form(coding);
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length()));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    response.end(bytes);
  }

  /// The best coding that `accepted` names and `asset` has.
  private static String coding(@Nullable String accepted, Asset asset) {
    if (accepted == null) {
      return Asset.IDENTITY;
    }
    var wanted = List.of(accepted.toLowerCase(Locale.ROOT).replace(" ", "").split(","));
    for (var coding : List.of("br", "gzip")) {
      boolean named =
          wanted.stream()
              .anyMatch(
                  it ->
                      it.equals(coding)
                          || (it.startsWith(coding + ";q=") && !it.matches(".*=0(\\.0*)?")));
      if (named && asset.forms().containsKey(coding)) {
        return coding;
      }
    }
    return Asset.IDENTITY;
  }
}
