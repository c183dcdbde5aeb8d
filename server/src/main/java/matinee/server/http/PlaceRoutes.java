package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.server.access.Rate;
import matinee.server.places.Place;
import matinee.server.places.Places;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The rooms in which somebody who is signed in has a place (`/api/me/rooms`).
final class PlaceRoutes {
  private static final String ROOMS = "/api/me/rooms";
  private static final long MOST_PLACES = 1_000_000;
  private static final long MAX_PAGE = 100;
  private static final long PAGE = 50;

  private final Callers callers;
  private final Places places;

  PlaceRoutes(Callers callers, Places places) {
    this.callers = callers;
    this.places = places;
  }

  void on(Router router, Operations operations) {
    router.get(ROOMS).handler(operations.reading(Rate.READ, this::mine));
    router.post(ROOMS + "/:room/leave").handler(operations.granting(Rate.ACCOUNT, this::leave));
  }

  private Reply mine(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    long from = exchange.number("from", 0, MOST_PLACES).orElse(0L);
    long limit = exchange.number("limit", 1, MAX_PAGE).orElse(PAGE);
    var page = places.page(account, (int) from, (int) limit);
    var json = JsonNodeFactory.instance.objectNode();
    var rooms = json.putArray("rooms");
    page.places().forEach(place -> rooms.add(place(place)));
    json.put("total", page.total());
    return Reply.json(200, json);
  }

  static ObjectNode place(Place place) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("room", place.room().value())
        .put("member", place.member().value())
        .put("name", place.name())
        .put("enteredAt", place.entered().toString())
        .put("shown", place.isShown());
  }

  private Reply leave(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    places.leave(account, exchange.room(), callers.origin(exchange));
    return Reply.done();
  }
}
