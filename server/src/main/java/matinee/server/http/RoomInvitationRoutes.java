package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.server.access.Rate;
import matinee.server.invitations.Invitations;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;

/// Invitations to a room (`/api/rooms/ROOM/invitations`): host and owner, who may set the door,
/// make them, see them and take them back; whoever has one looks at it, and declines it if it is
/// for one.
final class RoomInvitationRoutes {
  private static final String ALL = "/api/rooms/:room/invitations";
  private static final long MOST = 1_000;
  private static final long MAX_PAGE = 100;
  private static final long PAGE = 50;

  private final Rooms rooms;
  private final Inviters inviters;
  private final InvitationText text;
  private final Invitations invitations;
  private final InvitationCheck check;

  RoomInvitationRoutes(Rooms rooms, Inviters inviters, InvitationText text) {
    this.rooms = rooms;
    this.inviters = inviters;
    this.text = text;
    this.invitations = text.invitations();
    this.check = new InvitationCheck(invitations);
  }

  void on(Router router, Operations operations) {
    router.get(ALL).handler(operations.reading(Rate.READ, this::list));
    router.post(ALL).handler(operations.changing(Rate.INVITATION, this::make));
    router.post(ALL + "/look").handler(operations.changing(Rate.TICKET, this::look));
    router.post(ALL + "/decline").handler(operations.changing(Rate.TICKET, this::decline));
    router
        .post(ALL + "/:invitation/revoke")
        .handler(operations.granting(Rate.INVITATION, this::revoke));
  }

  private RoomState state(RoomId room) {
    return rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
  }

  private Reply list(Exchange exchange) {
    var room = inviters.host(exchange).room();
    long from = exchange.number("from", 0, MOST).orElse(0L);
    long limit = exchange.number("limit", 1, MAX_PAGE).orElse(PAGE);
    return Reply.json(200, text.told(invitations.page(room, (int) from, (int) limit)));
  }

  private Reply make(Exchange exchange) {
    var host = inviters.host(exchange);
    var made =
        invitations
            .make(host, exchange.read(Offers::read))
            .orElseThrow(() -> new Refusal(TOO_MANY));
    return Reply.json(201, text.told(made));
  }

  private Reply revoke(Exchange exchange) {
    if (!invitations.revoke(inviters.host(exchange), exchange.part("invitation"))) {
      throw new Refusal(NONE);
    }
    return Reply.done();
  }

  /// Tells nothing of the room but what it is called.
  private Reply look(Exchange exchange) {
    var room = exchange.room();
    var invitation = check.good(room, exchange.read(fields -> fields.text("token")));
    var state = state(room);
    if (state.end().filter(Reason.CLOSED::equals).isPresent()) {
      throw new Refusal(Problem.roomClosed());
    }
    var json = JsonNodeFactory.instance.objectNode();
    json.put("standing", invitation.offer().standing().name());
    invitation.expires().ifPresent(it -> json.put("expiresAt", it.toString()));
    if (invitation.offer().isForOne()) {
      json.put("declinable", true);
    }
    switch (state.settings().door().title()) {
      case RoomTitle.Untitled _ -> {}
      case RoomTitle.Titled(var name) -> json.put("name", name);
    }
    return Reply.json(200, json);
  }

  /// Whoever is invited does not come.
  private Reply decline(Exchange exchange) {
    var room = exchange.room();
    var invitation = check.good(room, exchange.read(fields -> fields.text("token")));
    if (!invitation.offer().isForOne()) {
      throw new Refusal(FOR_MORE);
    }
    var _ = invitations.decline(room, invitation, inviters.origin(exchange));
    return Reply.done();
  }

  private static final Problem FOR_MORE =
      new Problem(
          409,
          "invitation-for-more",
          "This invitation is for more people than one.",
          "Just do not come: nobody declines it for all.");

  static final Problem TOO_MANY =
      new Problem(
          409,
          "too-many-invitations",
          "The room has as many open invitations as it may.",
          "Take some of them back that nobody needs; "
              + Invitations.MAX_OPEN
              + " may be open at a time.");

  static final Problem NONE =
      new Problem(
          404,
          "no-such-invitation",
          "The room has no such invitation.",
          "List its invitations anew.");
}
