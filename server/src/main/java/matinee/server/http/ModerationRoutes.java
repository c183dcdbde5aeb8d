package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Set;
import matinee.server.access.Rate;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/api/rooms/ROOM/moderation`: what was done to keep order in a room, as the audit trail has it,
/// for its host and owner. They see who it was in the room, and neither whose account that is nor
/// from where it came.
final class ModerationRoutes {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String IN_ROOMS = "room.";
  private static final Set<String> BY = Set.of("by", "byName");
  private static final long MAX_NUMBER = 1L << 53;
  private static final long MAX_PAGE = 100;
  private static final long PAGE = 50;

  private final Hosts hosts;
  private final AuditTrail trail;

  ModerationRoutes(Hosts hosts, AuditTrail trail) {
    this.hosts = hosts;
    this.trail = trail;
  }

  void on(Router router, Operations operations) {
    router.get("/api/rooms/:room/moderation").handler(operations.reading(Rate.READ, this::list));
  }

  private Reply list(Exchange exchange) {
    var room = exchange.room();
    var _ = hosts.check(exchange, room, NOT_HOST);
    long before = exchange.number("before", 1, MAX_NUMBER).orElse(MAX_NUMBER);
    int limit = (int) (long) exchange.number("limit", 1, MAX_PAGE).orElse(PAGE);
    var deeds = trail.about(room.value(), IN_ROOMS, before, limit + 1);
    var json = JsonNodeFactory.instance.objectNode();
    var told = json.putArray("deeds");
    deeds.stream().limit(limit).map(ModerationRoutes::told).forEach(told::add);
    json.put("more", deeds.size() > limit);
    return Reply.json(200, json);
  }

  private static ObjectNode told(Link link) {
    var all = (ObjectNode) JSON.readTree(link.entry().details());
    var json = JsonNodeFactory.instance.objectNode();
    json.put("number", link.seq())
        .put("at", link.entry().at().toString())
        .put("action", link.entry().action());
    BY.stream().sorted().filter(all::has).forEach(it -> json.set(it, all.get(it)));
    json.set("details", all.remove(List.copyOf(BY)));
    return json;
  }

  private static final Problem NOT_HOST =
      new Problem(
          403,
          "not-host",
          "Only host and owner of the room see what was done to keep order there.",
          "Enter the room and host it, or ask its host or owner.");
}
