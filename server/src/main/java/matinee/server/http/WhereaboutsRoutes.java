package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.server.access.Rate;
import matinee.server.people.People;
import matinee.server.places.Places;
import matinee.server.whereabouts.Whereabouts;
import tools.jackson.databind.node.JsonNodeFactory;

/// Which friends are here (`/api/people/present`), and what people let their friends see of where
/// they are themselves: that they are here, and each room for itself.
final class WhereaboutsRoutes {
  private static final String ROOM = "/api/me/rooms/:room/shown";

  private final Callers callers;
  private final Whereabouts whereabouts;
  private final People people;
  private final Places places;

  WhereaboutsRoutes(Callers callers, Whereabouts whereabouts, People people, Places places) {
    this.callers = callers;
    this.whereabouts = whereabouts;
    this.people = people;
    this.places = places;
  }

  void on(Router router, Operations operations) {
    router.get("/api/people/present").handler(operations.reading(Rate.READ, this::present));
    router.put("/api/people/shown").handler(operations.changing(Rate.PEOPLE, this::show));
    router.get(ROOM).handler(operations.reading(Rate.READ, this::isShownInRoom));
    router.put(ROOM).handler(operations.changing(Rate.PEOPLE, this::showInRoom));
  }

  private Reply present(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    return Reply.json(200, PeopleText.present(whereabouts.friends(me)));
  }

  private Reply show(Exchange exchange) {
    var me = callers.of(exchange).account();
    boolean isShown = exchange.read(fields -> fields.flag("shown"));
    var _ = people.show(me, isShown);
    whereabouts.touch(me.id());
    return Reply.done();
  }

  private Reply isShownInRoom(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    boolean isShown = places.isShown(me, exchange.room()).orElseThrow(() -> new Refusal(NO_PLACE));
    return Reply.json(200, JsonNodeFactory.instance.objectNode().put("shown", isShown));
  }

  private Reply showInRoom(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    boolean isShown = exchange.read(fields -> fields.flag("shown"));
    if (!places.show(me, exchange.room(), isShown)) {
      throw new Refusal(NO_PLACE);
    }
    whereabouts.touch(me);
    return Reply.done();
  }

  private static final Problem NO_PLACE =
      new Problem(
          404, "no-place", "Your account has no place in this room.", "Enter the room, signed in.");
}
