package matinee.server.http;

import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import matinee.room.MemberId;
import matinee.server.access.Rate;
import matinee.server.accounts.Opaque;
import matinee.server.accounts.PortraitId;
import matinee.server.journal.RoomId;
import matinee.server.places.Places;
import matinee.server.portraits.Portraits;
import matinee.server.portraits.Size;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `GET /api/rooms/{room}/portraits`: how members of a room look who have accounts, for those who
/// are in it, and their companions. They see the pictures themselves: neither whose account a place
/// is, nor the address of a portrait, by which somebody would be known again elsewhere.
///
/// Each picture has a mark, which is another when the picture is; who has it need not be sent it
/// again.
final class RoomPortraitRoutes {
  /// Enough to tell apart all pictures of one member.
  private static final int MARK_LENGTH = 22;

  private final Rooms rooms;
  private final Bearers bearers;
  private final Places places;
  private final Portraits portraits;

  RoomPortraitRoutes(Rooms rooms, Bearers bearers, Places places, Portraits portraits) {
    this.rooms = rooms;
    this.bearers = bearers;
    this.places = places;
    this.portraits = portraits;
  }

  void on(Router router, Operations operations) {
    router.get("/api/rooms/:room/portraits").handler(operations.reading(Rate.READ, this::look));
  }

  private Reply look(Exchange exchange) {
    var room = exchange.room();
    var asking = bearers.reader(exchange, room).member();
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    if (state.member(asking).isEmpty()) {
      throw new Refusal(CompanionRoutes.NOT_HERE);
    }
    var members = list(exchange, "members").stream().map(RoomPortraitRoutes::member).toList();
    var known = Set.copyOf(list(exchange, "known"));
    var accounts = places.accounts(room, members);
    var ids = portraits.of(accounts.values());
    var json = JsonNodeFactory.instance.objectNode();
    var told = json.putArray("portraits");
    for (var member : members) {
      if (accounts.containsKey(member) && ids.containsKey(accounts.get(member))) {
        told.add(portrait(room, member, ids.get(accounts.get(member)), known));
      }
    }
    return Reply.json(200, json);
  }

  /// What stands in the query with commas between, each once.
  private static List<String> list(Exchange exchange, String name) {
    var all =
        Arrays.stream(exchange.query(name).orElse("").split(","))
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
    if (all.size() > Places.MOST_ASKED) {
      throw new Refusal(
          Problem.field(name, name + " must have at most " + Places.MOST_ASKED + " entries."));
    }
    return all;
  }

  private static MemberId member(String text) {
    try {
      return new MemberId(text);
    } catch (IllegalArgumentException _) {
      throw new Refusal(Problem.field("members", "members must be ids of members."));
    }
  }

  /// One that was replaced a moment ago has its mark and no picture; the next look brings it.
  private ObjectNode portrait(RoomId room, MemberId member, PortraitId id, Set<String> known) {
    var mark = mark(room, member, id);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("member", member.value()).put("mark", mark);
    if (!known.contains(mark)) {
      portraits
          .read(id, Size.SMALL)
          .map(Base64.getEncoder()::encodeToString)
          .ifPresent(it -> json.put("jpeg", it));
    }
    return json;
  }

  /// In each room another one, so that nobody is known by it.
  private static String mark(RoomId room, MemberId member, PortraitId id) {
    var of = room.value() + " " + member.value() + " " + id.value();
    return Opaque.digest(of.getBytes(StandardCharsets.UTF_8)).substring(0, MARK_LENGTH);
  }
}
