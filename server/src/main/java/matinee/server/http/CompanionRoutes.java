package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.server.access.CompanionLinks;
import matinee.server.access.Passes;
import matinee.server.access.Rate;
import matinee.server.rooms.Entrant;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;

/// How another device of a member becomes its companion and comes in (CD4): a link made by the
/// member, a pass for that link, a ticket for that pass.
final class CompanionRoutes {
  private final Rooms rooms;
  private final Passes passes;
  private final Bearers bearers;
  private final TicketOffice office;
  private final CompanionLinks links;

  CompanionRoutes(
      Rooms rooms, Passes passes, Bearers bearers, TicketOffice office, CompanionLinks links) {
    this.rooms = rooms;
    this.passes = passes;
    this.bearers = bearers;
    this.office = office;
    this.links = links;
  }

  void on(Router router, Operations operations) {
    var base = "/api/rooms/:room/companions";
    router.post(base + "/links").handler(operations.granting(Rate.COMPANION_LINK, this::link));
    router.post(base).handler(operations.changing(Rate.TICKET, this::companion));
    router.post(base + "/tickets").handler(operations.granting(Rate.TICKET, this::ticket));
  }

  private Reply link(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    if (rooms.state(room).flatMap(state -> state.member(pass.member())).isEmpty()) {
      throw new Refusal(NOT_HERE);
    }
    var json = JsonNodeFactory.instance.objectNode();
    json.put("token", links.issue(room, pass))
        .put("expiresInMs", CompanionLinks.LIFETIME.toMillis());
    return Reply.json(201, json);
  }

  private Reply companion(Exchange exchange) {
    var room = exchange.room();
    var token = exchange.read(fields -> fields.text("token"));
    var companion =
        Blocking.await(links.redeem(room, token)).orElseThrow(() -> new Refusal(LINK_OVER));
    var json = JsonNodeFactory.instance.objectNode();
    json.put("member", companion.member().value()).put("pass", passes.write(room, companion));
    return Reply.json(201, json);
  }

  private Reply ticket(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.companion(exchange, room);
    office.check(exchange, room);
    var entrant = new Entrant.OnCompanion(pass.member(), pass.companion().orElseThrow());
    return Reply.json(201, office.ticket(exchange, room, entrant, pass));
  }

  static final Problem NOT_HERE =
      new Problem(
          409,
          "not-in-room",
          "You have no place in this room now.",
          "Open the room and enter it, then ask again.");

  private static final Problem LINK_OVER =
      new Problem(
          403,
          "link-over",
          "This link has been used, or is older than ten minutes.",
          "Ask for a new one on the device that watches.");
}
