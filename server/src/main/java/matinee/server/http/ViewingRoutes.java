package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.server.access.Rate;
import matinee.server.viewings.ViewingId;
import matinee.server.viewings.Viewings;

/// What somebody who is signed in has watched (`/api/me/viewings`), whether it is kept, and whether
/// friends see it.
final class ViewingRoutes {
  private static final String VIEWINGS = "/api/me/viewings";
  private static final long PAGE = 50;

  private final Callers callers;
  private final Viewings viewings;

  ViewingRoutes(Callers callers, Viewings viewings) {
    this.callers = callers;
    this.viewings = viewings;
  }

  void on(Router router, Operations operations) {
    router.get(VIEWINGS).handler(operations.reading(Rate.READ, this::list));
    router.delete(VIEWINGS).handler(operations.granting(Rate.ACCOUNT, this::forgetAll));
    router.put(VIEWINGS + "/kept").handler(operations.changing(Rate.ACCOUNT, this::keep));
    router.put(VIEWINGS + "/shown").handler(operations.changing(Rate.ACCOUNT, this::show));
    router.delete(VIEWINGS + "/:viewing").handler(operations.granting(Rate.ACCOUNT, this::forget));
  }

  private Reply list(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    int from = exchange.number("from", 0, Viewings.MOST).orElse(0L).intValue();
    int limit = exchange.number("limit", 1, Viewings.MAX_PAGE).orElse(PAGE).intValue();
    var page =
        isUnfinished(exchange)
            ? viewings.unfinished(account, from, limit)
            : viewings.page(account, from, limit);
    return Reply.json(200, ViewingText.page(page));
  }

  private static boolean isUnfinished(Exchange exchange) {
    return exchange
        .query("unfinished")
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw new Refusal(
                          Problem.field("unfinished", "unfinished must be true or false."));
                })
        .orElse(false);
  }

  private Reply forgetAll(Exchange exchange) {
    viewings.forgetAll(callers.of(exchange).account().id());
    return Reply.done();
  }

  private Reply forget(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    viewings.forget(account, new ViewingId(exchange.part("viewing")));
    return Reply.done();
  }

  private Reply keep(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    viewings.keep(account, exchange.read(fields -> fields.flag("kept")));
    return Reply.done();
  }

  private Reply show(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    viewings.show(account, exchange.read(fields -> fields.flag("shown")));
    return Reply.done();
  }
}
