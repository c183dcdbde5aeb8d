package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Base64;
import java.util.random.RandomGenerator;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.server.access.Admission;
import matinee.server.access.Passes;
import matinee.server.access.Rate;
import matinee.server.access.Tickets;
import matinee.server.chat.Chat;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

/// What somebody asks who is about to be a member of a room, or is one: tickets (EN1) and chat.
final class MemberRoutes {
  private static final int MEMBER_BYTES = 16;
  private static final long MAX_REVISION = 1L << 53;
  private static final long CHAT_EVENTS = 50;

  private final Rooms rooms;
  private final Chat chat;
  private final Tickets tickets;
  private final Passes passes;
  private final Remote remote;
  private final RandomGenerator chance;

  MemberRoutes(Rooms rooms, Tickets tickets, Passes passes, Remote remote, RandomGenerator chance) {
    this.rooms = rooms;
    this.chat = new Chat(rooms);
    this.tickets = tickets;
    this.passes = passes;
    this.remote = remote;
    this.chance = chance;
  }

  void on(Router router, Operations operations) {
    router.post("/api/rooms/:room/tickets").handler(operations.changing(Rate.TICKET, this::ticket));
    router.get("/api/rooms/:room/chat").handler(operations.reading(Rate.READ, this::chat));
  }

  private record Entrant(String name, MemberId member) {}

  private Reply ticket(Exchange exchange) {
    var room = exchange.room();
    var entrant = exchange.read(fields -> entrant(room, fields));
    if (!rooms.exists(room)) {
      throw new Refusal(Problem.roomUnknown());
    }
    var address = remote.address(exchange.context().request());
    if (tickets.crowd().isFull(address)) {
      throw new Refusal(TOO_MANY);
    }
    var admission = new Admission(room, entrant.member(), entrant.name(), address);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("ticket", tickets.issue(admission))
        .put("member", entrant.member().value())
        .put("pass", passes.pass(room, entrant.member()))
        .put("expiresInMs", Tickets.LIFETIME.toMillis());
    return Reply.json(201, json);
  }

  private Entrant entrant(RoomId room, Fields fields) {
    var name = fields.checked("name", fields.text("name"), Wish.Rename::new).name();
    var member =
        fields
            .optionalText("pass")
            .map(
                pass ->
                    passes.member(room, pass).orElseThrow(() -> new Refusal(Problem.passRefused())))
            .orElseGet(this::newMember);
    return new Entrant(name, member);
  }

  private MemberId newMember() {
    var bytes = new byte[MEMBER_BYTES];
    chance.nextBytes(bytes);
    return new MemberId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private Reply chat(Exchange exchange) {
    var room = exchange.room();
    exchange.member(room, passes);
    long before = exchange.number("before", 1, MAX_REVISION).orElse(MAX_REVISION);
    long limit = exchange.number("limit", 1, Chat.MAX_PAGE).orElse(CHAT_EVENTS);
    var page = chat.page(room, before, (int) limit);
    var json = JsonNodeFactory.instance.objectNode();
    var events = json.putArray("events");
    page.events().forEach(event -> events.addRawValue(new RawValue(event)));
    json.put("more", page.more());
    return Reply.json(200, json);
  }

  private static final Problem TOO_MANY =
      new Problem(
              429,
              "too-many-connections",
              "Too many people are connected from your address.",
              "Close other pages of Matinee, or ask whoever runs the server to raise"
                  + " --connections-per-address.")
          .after(Duration.ofSeconds(10));
}
