package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.listing.Listing;
import matinee.server.listing.ListingPage;
import matinee.server.listing.PublicList;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The rooms that everybody may find (`/api/public-rooms`), where they can be found.
final class PublicRoomRoutes {
  private static final long PAGE = 24;

  private final Optional<PublicList> list;

  PublicRoomRoutes(Optional<PublicList> list) {
    this.list = list;
  }

  void on(Router router, Operations operations) {
    router.get("/api/public-rooms").handler(operations.reading(Rate.LIST, this::page));
  }

  private Reply page(Exchange exchange) {
    var here = list.orElseThrow(() -> new Refusal(Problem.noPublicList()));
    var search = exchange.search(PublicList.MAX_SEARCH);
    long limit = exchange.number("limit", 1, PublicList.MAX_PAGE).orElse(PAGE);
    var after =
        exchange.query("after").map(PublicRoomRoutes::after).orElse(ListingPage.After.FIRST);
    var page = here.page(search, after, (int) limit);
    var json = JsonNodeFactory.instance.objectNode();
    var rooms = json.putArray("rooms");
    page.rooms().forEach(room -> rooms.add(room(room)));
    page.next().ifPresent(next -> json.put("next", next.text()));
    return Reply.json(200, json);
  }

  private static ListingPage.After after(String text) {
    try {
      return ListingPage.After.read(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Problem.field("after", "after " + e.getMessage() + "."));
    }
  }

  /// With the words of what is seen of a room from outside.
  private static ObjectNode room(Listing listing) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("room", listing.room().value());
    listing.name().ifPresent(name -> json.put("name", name));
    listing.film().ifPresent(film -> json.put("title", film));
    return json.put("here", listing.here())
        .put("capacity", listing.capacity())
        .put("full", listing.isFull())
        .put("newcomers", listing.newcomers().name());
  }
}
