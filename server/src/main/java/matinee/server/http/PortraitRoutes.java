package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import matinee.server.access.Rate;
import matinee.server.accounts.PortraitId;
import matinee.server.portraits.Size;
import matinee.server.portraits.Studio;
import matinee.server.portraits.Taken;

/// How people look who have accounts: `PUT /api/me/portrait`, whose body is a picture, and the
/// addresses at which portraits are seen.
final class PortraitRoutes {
  private static final String MINE = "/api/me/portrait";
  private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");

  /// What is at an address never changes; another portrait has another. Only browsers keep it.
  private static final String FOREVER = "private, max-age=31536000, immutable";

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final Uploads uploads;
  private final Callers callers;
  private final Company company;
  private final Studio studio;

  PortraitRoutes(
      Vertx vertx,
      Guard guard,
      Blocking blocking,
      Uploads uploads,
      Callers callers,
      Company company,
      Studio studio) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.uploads = uploads;
    this.callers = callers;
    this.company = company;
    this.studio = studio;
  }

  void on(Router router, Operations operations) {
    router.put(MINE).handler(this::take);
    router.post(MINE + "/remove").handler(operations.granting(Rate.ACCOUNT, this::remove));
    router.get("/api/portraits/:portrait/:size").handler(this::show);
  }

  private void take(RoutingContext context) {
    var request = context.request();
    var refused =
        guard
            .foreign(request)
            .or(() -> Guard.unreadable(request, "image/png or image/jpeg", TYPES))
            .or(() -> guard.tooMuch(request, Rate.NEW_PORTRAIT));
    if (refused.isPresent()) {
      Replies.send(vertx, request, refused.get().reply());
      return;
    }
    var body = new BodyStream(request);
    blocking.answer(request, () -> taken(new Exchange(context, ""), body));
  }

  private Reply taken(Exchange exchange, BodyStream body) {
    var account = callers.of(exchange).account();
    return switch (uploads.during(body, () -> studio.take(body))) {
      case Taken.Done(var squares) -> {
        var id = company.portraits().set(account.id(), squares, callers.origin(exchange));
        company.people().tellFriends(account.id());
        yield Reply.json(200, AccountText.account(account.with(id)));
      }
      case Taken.TooLarge _ -> throw new Refusal(TOO_LARGE);
      case Taken.TooManyPixels _ -> throw new Refusal(TOO_MANY_PIXELS);
      case Taken.Unreadable _ -> throw new Refusal(UNREADABLE);
      case Taken.Busy _ -> throw new Refusal(BUSY);
      case Taken.BrokenOff _ -> throw new Refusal(BROKEN_OFF);
    };
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

  private static final Problem TOO_LARGE =
      new Problem(
          413,
          "portrait-too-large",
          "The file is too large for a portrait.",
          "Choose a picture of at most %d bytes.".formatted(Studio.MAX_BYTES));

  private static final Problem TOO_MANY_PIXELS =
      new Problem(
          413,
          "too-many-pixels",
          "The picture has too many pixels for a portrait.",
          "Choose one of at most 40 megapixels, and 16,384 pixels a side.");

  private static final Problem UNREADABLE =
      new Problem(
          415,
          "portrait-unreadable",
          "The file is no picture that is read here.",
          "Choose a whole PNG or JPEG; save anything else as one of them first.");

  private static final Problem BUSY =
      new Problem(
              503,
              "portraits-busy",
              "As many portraits are being made as the server makes at once.",
              "Try again in a few seconds.")
          .after(Duration.ofSeconds(5));

  private static final Problem BROKEN_OFF =
      new Problem(400, "broken-off", "The upload broke off.", "Send the picture again.");

  private static final Problem UNKNOWN =
      new Problem(
          404,
          "portrait-unknown",
          "There is no such portrait.",
          "Read the person anew: another portrait has another address.");
}
