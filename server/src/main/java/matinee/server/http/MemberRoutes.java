package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.room.Absent;
import matinee.room.Member;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.server.access.Passes;
import matinee.server.access.Rate;
import matinee.server.rooms.Entrant;
import matinee.server.rooms.MemberSearch;
import matinee.server.rooms.Rooms;
import matinee.wire.MemberText;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

/// What somebody asks who is about to be a member of a room, or is one: tickets (EN1) and the
/// others.
final class MemberRoutes {
  private static final long MEMBERS = 50;

  private final Rooms rooms;
  private final Passes passes;
  private final Bearers bearers;
  private final Doorkeeper doorkeeper;
  private final Doorstep doorstep;
  private final TicketOffice office;

  MemberRoutes(
      Rooms rooms,
      Passes passes,
      Bearers bearers,
      Doorkeeper doorkeeper,
      Doorstep doorstep,
      TicketOffice office) {
    this.rooms = rooms;
    this.passes = passes;
    this.bearers = bearers;
    this.doorkeeper = doorkeeper;
    this.doorstep = doorstep;
    this.office = office;
  }

  void on(Router router, Operations operations) {
    router.post("/api/rooms/:room/tickets").handler(operations.changing(Rate.TICKET, this::ticket));
    router.get("/api/rooms/:room/members").handler(operations.reading(Rate.READ, this::members));
    router.get("/api/rooms/:room/banned").handler(operations.reading(Rate.READ, this::banned));
  }

  private Reply ticket(Exchange exchange) {
    var room = exchange.room();
    var wanted = exchange.read(MemberRoutes::wanted);
    office.check(exchange, room);
    var comer = doorkeeper.see(exchange, room, wanted);
    var seen = doorstep.look(exchange, room, comer, wanted);
    var entry =
        doorkeeper
            .admit(exchange, comer, seen.permit())
            .orElseThrow(() -> doorstep.late(room, wanted));
    var pass = entry.pass();
    var entrant = new Entrant.OnScreen(pass.member(), wanted.name(), seen.credential());
    var json = office.ticket(exchange, room, entrant, pass);
    json.put("member", pass.member().value()).put("pass", passes.write(room, pass));
    return Reply.json(201, json).with(entry.cookies());
  }

  private static Doorkeeper.Wanted wanted(Fields fields) {
    return new Doorkeeper.Wanted(
        fields.checked("name", fields.text("name"), Wish.Rename::new).name(),
        fields.optionalText("pass"),
        fields.optionalText("password"),
        fields.optionalText("invitation"));
  }

  /// Of a giant the pages themselves know only some (EN6).
  private Reply members(Exchange exchange) {
    var state = state(exchange);
    var search = exchange.search(Member.MAX_NAME);
    long from = exchange.number("from", 0, RoomState.CAPACITY).orElse(0L);
    long limit = exchange.number("limit", 1, MemberSearch.MAX_PAGE).orElse(MEMBERS);
    var page = MemberSearch.page(state, search, (int) from, (int) limit);
    var json = JsonNodeFactory.instance.objectNode();
    var members = json.putArray("members");
    page.members().forEach(member -> members.addRawValue(new RawValue(MemberText.encode(member))));
    json.put("total", page.total());
    return Reply.json(200, json);
  }

  /// Of a giant the pages themselves know nobody who is absent (EN6).
  private Reply banned(Exchange exchange) {
    var json = JsonNodeFactory.instance.objectNode();
    var banned = json.putArray("banned");
    state(exchange).people().absent().stream()
        .filter(Absent::banned)
        .forEach(one -> banned.addObject().put("id", one.id().value()).put("name", one.name()));
    return Reply.json(200, json);
  }

  /// The room that is read, by somebody who may.
  private RoomState state(Exchange exchange) {
    var room = exchange.room();
    bearers.checkReader(exchange, room);
    return rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
  }
}
