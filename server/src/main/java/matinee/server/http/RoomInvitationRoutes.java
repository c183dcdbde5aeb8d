package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.Action;
import matinee.room.Reason;
import matinee.room.Right;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.Standing;
import matinee.server.access.Pass;
import matinee.server.access.Rate;
import matinee.server.accounts.SessionId;
import matinee.server.invitations.Invitation;
import matinee.server.invitations.Invitations;
import matinee.server.invitations.Offer;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Invitations to a room (`/api/rooms/ROOM/invitations`): host and owner, who may set the door,
/// make them, see them and take them back; whoever has one looks at it.
final class RoomInvitationRoutes {
  private static final String ALL = "/api/rooms/:room/invitations";
  private static final long MOST = 1_000;
  private static final long MAX_PAGE = 100;
  private static final long PAGE = 50;

  private final Rooms rooms;
  private final Bearers bearers;
  private final Callers callers;
  private final Invitations invitations;
  private final InvitationCheck check;

  RoomInvitationRoutes(Rooms rooms, Bearers bearers, Callers callers, Invitations invitations) {
    this.rooms = rooms;
    this.bearers = bearers;
    this.callers = callers;
    this.invitations = invitations;
    this.check = new InvitationCheck(invitations);
  }

  void on(Router router, Operations operations) {
    router.get(ALL).handler(operations.reading(Rate.READ, this::list));
    router.post(ALL).handler(operations.changing(Rate.INVITATION, this::make));
    router.post(ALL + "/look").handler(operations.changing(Rate.TICKET, this::look));
    router
        .post(ALL + "/:invitation/revoke")
        .handler(operations.granting(Rate.INVITATION, this::revoke));
  }

  /// Who asks, who may invite.
  private Invitations.Host host(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    var right = state(room).member(pass.member()).map(one -> Action.SET_DOOR.of(one.role()));
    if (right.filter(Right.ALWAYS::equals).isEmpty()) {
      throw new Refusal(NOT_HOST);
    }
    return new Invitations.Host(room, pass.member(), actor(pass), callers.origin(exchange));
  }

  private static String actor(Pass pass) {
    return pass.session()
        .map(SessionId::account)
        .map(it -> it.value())
        .orElseGet(() -> "guest " + pass.member().value());
  }

  private RoomState state(RoomId room) {
    return rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
  }

  private Reply list(Exchange exchange) {
    var room = host(exchange).room();
    long from = exchange.number("from", 0, MOST).orElse(0L);
    long limit = exchange.number("limit", 1, MAX_PAGE).orElse(PAGE);
    var page = invitations.page(room, (int) from, (int) limit);
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putArray("invitations");
    page.invitations().forEach(it -> all.add(told(it)));
    json.put("total", page.total());
    return Reply.json(200, json);
  }

  private Reply make(Exchange exchange) {
    var host = host(exchange);
    var made =
        invitations
            .make(host, exchange.read(RoomInvitationRoutes::offer))
            .orElseThrow(() -> new Refusal(TOO_MANY));
    return Reply.json(201, told(made.invitation()).put("token", made.token()));
  }

  private static Offer offer(Fields fields) {
    var label = fields.optionalText("label").orElse("");
    var standing = standing(fields);
    var uses = fields.optionalCount("uses", Offer.MAX_USES);
    var lasts =
        fields
            .optionalCount("expiresInSeconds", (int) Offer.LONGEST.toSeconds())
            .map(Duration::ofSeconds);
    if (uses.filter(it -> it == 0).isPresent()) {
      throw fields.refusal("uses", "must be at least 1");
    }
    if (lasts.filter(Duration::isZero).isPresent()) {
      throw fields.refusal("expiresInSeconds", "must be at least 1");
    }
    return fields.checked("label", label, it -> new Offer(it, standing, uses, lasts));
  }

  private static Standing standing(Fields fields) {
    var wanted = fields.text("standing");
    return Stream.of(Standing.MEMBER, Standing.GUEST, Standing.WATCHER)
        .filter(it -> it.name().equals(wanted))
        .findAny()
        .orElseThrow(() -> fields.refusal("standing", "must be MEMBER, GUEST or WATCHER"));
  }

  private Reply revoke(Exchange exchange) {
    if (!invitations.revoke(host(exchange), exchange.part("invitation"))) {
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
    switch (state.settings().door().title()) {
      case RoomTitle.Untitled _ -> {}
      case RoomTitle.Titled(var name) -> json.put("name", name);
    }
    return Reply.json(200, json);
  }

  private ObjectNode told(Invitation invitation) {
    var offer = invitation.offer();
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", invitation.id())
            .put("label", offer.label())
            .put("standing", offer.standing().name())
            .put("used", invitation.used());
    offer.uses().ifPresent(it -> json.put("uses", it));
    at(json, "expiresAt", invitation.expires());
    at(json, "revokedAt", invitation.revoked());
    return json.put("createdAt", invitation.created().toString())
        .put("maker", invitation.maker().value())
        .put("state", invitations.state(invitation).name());
  }

  private static void at(ObjectNode json, String name, Optional<Instant> instant) {
    instant.ifPresent(it -> json.put(name, it.toString()));
  }

  private static final Problem NOT_HOST =
      new Problem(
          403,
          "not-host",
          "Only host and owner of the room see to its invitations.",
          "Enter the room and host it, or ask its host or owner to invite whom you want to come.");

  private static final Problem TOO_MANY =
      new Problem(
          409,
          "too-many-invitations",
          "The room has as many open invitations as it may.",
          "Take some of them back that nobody needs; "
              + Invitations.MAX_OPEN
              + " may be open at a time.");

  private static final Problem NONE =
      new Problem(
          404,
          "no-such-invitation",
          "The room has no such invitation.",
          "List its invitations anew.");
}
