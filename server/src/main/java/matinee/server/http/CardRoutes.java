package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import matinee.server.access.Rate;
import matinee.server.cards.Card;
import matinee.server.cards.CardEasel;
import matinee.server.sql.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the links of rooms and planned evenings tell, in the head of their page and as a picture
/// beside it, at the page's own path and `/card.png`.
///
/// Where the machine cannot draw text, there are no pictures.
final class CardRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(CardRoutes.class);
  private static final String PICTURE = "/card.png";

  /// Soon enough for an evening that is put off.
  private static final String MINUTES = "public, max-age=300";

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final Cards cards;
  private final Optional<PublicAddress> home;
  private final CardEasel easel = new CardEasel();

  /// `home` is where people open the server, if that is known; else it is believed of a request
  /// what it says, for nobody but itself gets the answer.
  CardRoutes(
      Vertx vertx, Guard guard, Blocking blocking, Cards cards, Optional<PublicAddress> home) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.cards = cards;
    this.home = home;
  }

  /// For `pages`, each of a `:room` or a `:screening`.
  void on(Router router, List<String> pages) {
    for (var page : pages) {
      router
          .route(page + PICTURE)
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .handler(this::picture);
    }
  }

  /// Gives `send` the `document` of a page with what its link tells, on the request's event loop;
  /// the plain one where it tells nothing, or that cannot be found out now.
  void tell(RoutingContext context, Asset document, Consumer<Asset> send) {
    var request = context.request();
    if (guard.tooMuch(request, Rate.READ).isPresent()) {
      send.accept(document);
      return;
    }
    blocking.run(
        request,
        () -> {
          var told = told(context, document);
          return () -> send.accept(told);
        });
  }

  private Asset told(RoutingContext context, Asset document) {
    try {
      return card(context)
          .map(it -> CardTags.in(document.text(), it, address(context.request()) + PICTURE))
          .map(Assets::document)
          .orElse(document);
    } catch (DatabaseFailure e) {
      LOG.warn("{} is sent without its card", context.request().path(), e);
      return document;
    }
  }

  private Optional<Card> card(RoutingContext context) {
    return Optional.ofNullable(context.pathParam("room"))
        .map(cards::ofRoom)
        .orElseGet(
            () -> Optional.ofNullable(context.pathParam("screening")).flatMap(cards::ofScreening));
  }

  private String address(HttpServerRequest request) {
    var base =
        home.map(PublicAddress::base)
            .orElseGet(() -> request.scheme() + "://" + request.authority());
    return base + request.path();
  }

  private void picture(RoutingContext context) {
    var request = context.request();
    guard
        .tooMuch(request, Rate.READ)
        .ifPresentOrElse(
            problem -> Replies.send(vertx, request, problem.reply()),
            () ->
                blocking.run(
                    request,
                    () -> {
                      var png = card(context).flatMap(easel::png).orElseThrow(CardRoutes::none);
                      return () -> send(request, png);
                    }));
  }

  private static Refusal none() {
    return new Refusal(Problem.notFound());
  }

  private static void send(HttpServerRequest request, byte[] png) {
    var response =
        request
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "image/png")
            .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(png.length))
            .putHeader(HttpHeaders.CACHE_CONTROL, MINUTES)
            .putHeader("Content-Security-Policy", SecurityHeaders.CONTENT_POLICY)
            .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    response.end(Buffer.buffer(png));
  }
}
