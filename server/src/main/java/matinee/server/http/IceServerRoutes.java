package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.InstantSource;
import matinee.room.Reason;
import matinee.server.access.Rate;
import matinee.server.relays.IceServer;
import matinee.server.relays.IceServers;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/api/rooms/ROOM/ice-servers`: by which servers the browsers of a room's members find a way to
/// one another, and by what its relay lets in who asks, for a while. For nobody else, or the relay
/// would be everybody's.
final class IceServerRoutes {
  private final Rooms rooms;
  private final Bearers bearers;
  private final IceServers servers;
  private final InstantSource clock;

  IceServerRoutes(Rooms rooms, Bearers bearers, IceServers servers, InstantSource clock) {
    this.rooms = rooms;
    this.bearers = bearers;
    this.servers = servers;
    this.clock = clock;
  }

  void on(Router router, Operations operations) {
    router
        .get("/api/rooms/:room/ice-servers")
        .handler(operations.reading(Rate.ICE_SERVERS, this::list));
  }

  private Reply list(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    if (state.end().filter(Reason.CLOSED::equals).isPresent()) {
      throw new Refusal(Problem.roomClosed());
    }
    if (state.member(pass.member()).isEmpty()) {
      throw new Refusal(CompanionRoutes.NOT_HERE);
    }
    var json = JsonNodeFactory.instance.objectNode();
    var array = json.putArray("iceServers");
    servers.of(pass.member(), clock.instant()).forEach(it -> tell(it, array.addObject(), json));
    return Reply.json(200, json);
  }

  /// Tells of `server` in `json`, as browsers take it (RTCIceServer), and in `answer` until when.
  private static void tell(IceServer server, ObjectNode json, ObjectNode answer) {
    var urls = json.putArray("urls");
    server.addresses().forEach(it -> urls.add(it.text()));
    server
        .credential()
        .ifPresent(
            it -> {
              json.put("username", it.username()).put("credential", it.password());
              answer.put("until", it.until().toString());
            });
  }
}
