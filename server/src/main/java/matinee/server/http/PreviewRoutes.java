package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Locale;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.fetching.WebAddress;
import matinee.server.previews.Preview;
import matinee.server.previews.Preview.Why;
import matinee.server.previews.Previews;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What an address is that somebody is about to put on, for who is signed in (`/api/previews`) and
/// for the members of a room (`/api/rooms/ROOM/previews`). Whoever wants to be a member of a room
/// opens one, so members are told apart by their network addresses.
final class PreviewRoutes {
  private final Bearers bearers;
  private final Callers callers;
  private final Optional<Previews> previews;

  /// `previews` is empty where nothing is told.
  PreviewRoutes(Bearers bearers, Callers callers, Optional<Previews> previews) {
    this.bearers = bearers;
    this.callers = callers;
    this.previews = previews;
  }

  void on(Router router, Operations operations) {
    router.post("/api/previews").handler(operations.changing(Rate.PREVIEW, this::signedIn));
    router
        .post("/api/rooms/:room/previews")
        .handler(operations.changing(Rate.PREVIEW, this::inRoom));
  }

  private Reply signedIn(Exchange exchange) {
    return told(exchange, "account " + callers.of(exchange).account().id().value());
  }

  private Reply inRoom(Exchange exchange) {
    var _ = bearers.member(exchange, exchange.room());
    return told(exchange, "address " + callers.origin(exchange));
  }

  private Reply told(Exchange exchange, String person) {
    var address = exchange.read(PreviewRoutes::address);
    var here = previews.orElseThrow(() -> new Refusal(Problem.noPreviews()));
    try {
      return Reply.json(200, json(here.of(person, address)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Refusal(Problem.busy());
    }
  }

  private static WebAddress address(Fields fields) {
    return WebAddress.parse(fields.text("address"))
        .orElseThrow(
            () ->
                fields.refusal(
                    "address", "must be an address of the web, like https://example.org/film.mp4"));
  }

  private static ObjectNode json(Preview preview) {
    var json = JsonNodeFactory.instance.objectNode();
    switch (preview) {
      case Preview.Film(var contentType, var title, var length) -> {
        json.put("kind", "film").put("contentType", contentType).put("title", title);
        length.ifPresent(it -> json.put("lengthMs", it.toMillis()));
      }
      case Preview.Page(var title) -> {
        json.put("kind", "page");
        title.ifPresent(it -> json.put("title", it));
      }
      case Preview.Other() -> json.put("kind", "other");
      case Preview.Unread(var why) -> {
        if (why == Why.BUSY) {
          throw new Refusal(Problem.busy());
        }
        json.put("kind", "unread").put("why", why.name().toLowerCase(Locale.ROOT));
      }
    }
    return json;
  }
}
