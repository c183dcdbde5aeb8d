package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import matinee.server.access.Rate;
import matinee.server.chat.Chat;
import matinee.server.chat.LineSearch;
import matinee.server.chat.Wanted;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// A room's chat (`/api/rooms/{room}/chat`), for whoever may read it: page by page, and searched.
final class ChatRoutes {
  private static final String CHAT = "/api/rooms/:room/chat";
  private static final long MAX_REVISION = 1L << 53;
  private static final long EVENTS = 50;
  private static final long FOUND = 20;

  private final Chat chat;
  private final LineSearch search;
  private final Rooms rooms;
  private final Bearers bearers;

  ChatRoutes(Rooms rooms, LineSearch search, Bearers bearers) {
    chat = new Chat(rooms);
    this.search = search;
    this.rooms = rooms;
    this.bearers = bearers;
  }

  void on(Router router, Operations operations) {
    router.get(CHAT).handler(operations.reading(Rate.READ, this::page));
    router.get(CHAT + "/search").handler(operations.reading(Rate.SEARCH, this::search));
  }

  private Reply page(Exchange exchange) {
    var room = exchange.room();
    bearers.checkReader(exchange, room);
    long limit = exchange.number("limit", 1, Chat.MAX_PAGE).orElse(EVENTS);
    var page = chat.page(room, before(exchange), (int) limit);
    var json = events("events", page.events());
    page.first().ifPresent(first -> json.put("first", first));
    json.put("more", page.more());
    return Reply.json(200, json);
  }

  private Reply search(Exchange exchange) {
    var room = exchange.room();
    bearers.checkReader(exchange, room);
    if (!rooms.exists(room)) {
      throw new Refusal(Problem.roomUnknown());
    }
    long limit = exchange.number("limit", 1, LineSearch.MAX_PAGE).orElse(FOUND);
    var found =
        search
            .find(room, wanted(exchange), before(exchange), (int) limit)
            .orElseThrow(() -> new Refusal(NOT_READY));
    var json = events("lines", found.lines());
    found.next().ifPresent(next -> json.put("next", next));
    return Reply.json(200, json);
  }

  private static Wanted wanted(Exchange exchange) {
    try {
      return Wanted.of(exchange.query("search").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Problem.field("search", "search " + e.getMessage()));
    }
  }

  private static long before(Exchange exchange) {
    return exchange.number("before", 1, MAX_REVISION).orElse(MAX_REVISION);
  }

  private static ObjectNode events(String name, List<String> events) {
    var json = JsonNodeFactory.instance.objectNode();
    var array = json.putArray(name);
    events.forEach(event -> array.addRawValue(new RawValue(event)));
    return json;
  }

  private static final Problem NOT_READY =
      new Problem(
              503,
              "search-not-ready",
              "This room has a long chat, which is still being made ready to be searched.",
              "Ask again at once: each time brings that forward.")
          .after(Duration.ofSeconds(1));
}
