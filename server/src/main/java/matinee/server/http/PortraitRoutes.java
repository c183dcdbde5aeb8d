package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.accounts.PortraitId;
import matinee.server.portraits.Size;

/// How people look who have accounts: `PUT /api/me/portrait`, whose body is a picture, and the
/// addresses at which portraits are seen.
final class PortraitRoutes {
  private static final String MINE = "/api/me/portrait";

  /// What is at an address never changes; another portrait has another. Only browsers keep it.
  private static final String FOREVER = "private, max-age=31536000, immutable";

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final PictureIntake pictures;
  private final Callers callers;
  private final Company company;

  PortraitRoutes(
      Vertx vertx,
      Guard guard,
      Blocking blocking,
      PictureIntake pictures,
      Callers callers,
      Company company) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.pictures = pictures;
    this.callers = callers;
    this.company = company;
  }

  void on(Router router, Operations operations) {
    router.put(MINE).handler(pictures.taking(this::taken));
    router.post(MINE + "/remove").handler(operations.granting(Rate.ACCOUNT, this::remove));
    router.get("/api/portraits/:portrait/:size").handler(this::show);
  }

  private Reply taken(Exchange exchange, BodyStream picture) {
    var account = callers.of(exchange).account();
    var squares = pictures.portrait(picture);
    var id = company.portraits().set(account.id(), squares, callers.origin(exchange));
    company.people().tellFriends(account.id());
    return Reply.json(200, AccountText.account(account.with(id)));
  }

  private Reply remove(Exchange exchange) {
    var account = callers.of(exchange).account();
    company.portraits().remove(account.id(), callers.origin(exchange));
    company.people().tellFriends(account.id());
    return Reply.done();
  }

  private void show(RoutingContext context) {
    var request = context.request();
    guard
        .tooMuch(request, Rate.PORTRAIT)
        .ifPresentOrElse(
            problem -> Replies.send(vertx, request, problem.reply()),
            () -> blocking.run(request, () -> showing(context)));
  }

  private Blocking.Sending showing(RoutingContext context) {
    var id = new PortraitId(Optional.ofNullable(context.pathParam("portrait")).orElse(""));
    var bytes =
        Size.of(Optional.ofNullable(context.pathParam("size")).orElse(""))
            .flatMap(size -> company.portraits().read(id, size))
            .orElseThrow(() -> new Refusal(UNKNOWN));
    return () -> send(context.request(), bytes);
  }

  private static void send(HttpServerRequest request, byte[] jpeg) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
        .putHeader(HttpHeaders.CACHE_CONTROL, FOREVER)
        .putHeader("Content-Security-Policy", SecurityHeaders.CONTENT_POLICY)
        .end(Buffer.buffer(jpeg));
  }

  private static final Problem UNKNOWN =
      new Problem(
          404,
          "portrait-unknown",
          "There is no such portrait.",
          "Read the person anew: another portrait has another address.");
}
