package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Base64;
import java.util.random.RandomGenerator;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.server.access.Passes;
import matinee.server.access.Rate;
import matinee.server.chat.Chat;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Entrant;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

/// What somebody asks who is about to be a member of a room, or is one: tickets (EN1) and chat.
final class MemberRoutes {
  private static final int MEMBER_BYTES = 16;
  private static final long MAX_REVISION = 1L << 53;
  private static final long CHAT_EVENTS = 50;

  private final Chat chat;
  private final Passes passes;
  private final TicketOffice office;
  private final RandomGenerator chance;

  MemberRoutes(Rooms rooms, Passes passes, TicketOffice office, RandomGenerator chance) {
    this.chat = new Chat(rooms);
    this.passes = passes;
    this.office = office;
    this.chance = chance;
  }

  void on(Router router, Operations operations) {
    router.post("/api/rooms/:room/tickets").handler(operations.changing(Rate.TICKET, this::ticket));
    router.get("/api/rooms/:room/chat").handler(operations.reading(Rate.READ, this::chat));
  }

  private Reply ticket(Exchange exchange) {
    var room = exchange.room();
    var entrant = exchange.read(fields -> entrant(room, fields));
    var json = office.ticket(exchange, room, entrant);
    json.put("member", entrant.member().value()).put("pass", passes.pass(room, entrant.member()));
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
    return new Entrant.OnScreen(member, name);
  }

  private MemberId newMember() {
    var bytes = new byte[MEMBER_BYTES];
    chance.nextBytes(bytes);
    return new MemberId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private Reply chat(Exchange exchange) {
    var room = exchange.room();
    exchange.checkReader(room, passes);
    long before = exchange.number("before", 1, MAX_REVISION).orElse(MAX_REVISION);
    long limit = exchange.number("limit", 1, Chat.MAX_PAGE).orElse(CHAT_EVENTS);
    var page = chat.page(room, before, (int) limit);
    var json = JsonNodeFactory.instance.objectNode();
    var events = json.putArray("events");
    page.events().forEach(event -> events.addRawValue(new RawValue(event)));
    json.put("more", page.more());
    return Reply.json(200, json);
  }
}
