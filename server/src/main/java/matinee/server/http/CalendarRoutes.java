package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.screenings.Screenings;
import tools.jackson.databind.node.JsonNodeFactory;

/// What somebody has planned and answered, as a calendar that programs fetch again and again: at an
/// address that holds a secret (`/api/calendars/FEED`), which its owner makes (`/api/me/calendar`).
final class CalendarRoutes {
  private static final String FEED = "/api/calendars/";

  private final Callers callers;
  private final Screenings screenings;
  private final Optional<PublicAddress> home;
  private final InstantSource clock;

  /// `home` is where people open the server, if that is known.
  CalendarRoutes(
      Callers callers, Screenings screenings, Optional<PublicAddress> home, InstantSource clock) {
    this.callers = callers;
    this.screenings = screenings;
    this.home = home;
    this.clock = clock;
  }

  void on(Router router, Operations operations) {
    router.post("/api/me/calendar").handler(operations.granting(Rate.ACCOUNT, this::renew));
    router.get(FEED + ":feed").handler(operations.reading(Rate.READ, this::read));
  }

  private Reply renew(Exchange exchange) {
    var token = screenings.renewFeed(callers.of(exchange).account().id());
    return Reply.json(201, JsonNodeFactory.instance.objectNode().put("path", FEED + token));
  }

  private Reply read(Exchange exchange) {
    var found = screenings.ofFeed(exchange.part("feed")).orElseThrow(() -> new Refusal(UNKNOWN));
    return Reply.text(
        200, "text/calendar; charset=utf-8", CalendarText.of(found, home, clock.instant()));
  }

  private static final Problem UNKNOWN =
      new Problem(
          404,
          "calendar-unknown",
          "There is no calendar at this address any more.",
          "Its owner may have made a new address; ask for that one.");
}
