package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.server.access.Rate;
import matinee.server.journal.RoomId;
import matinee.server.moving.RoundTrips;
import matinee.server.regions.Regions;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;

/// `/api/rooms/{room}/regions`: how far those in a room are from each region, told by each for
/// itself and read by all.
final class RoomRegionRoutes {
  private static final int MOST_MS = 60_000;

  private final Regions regions;
  private final Rooms rooms;
  private final Bearers bearers;
  private final RoundTrips roundTrips;

  RoomRegionRoutes(Regions regions, Rooms rooms, Bearers bearers, RoundTrips roundTrips) {
    this.regions = regions;
    this.rooms = rooms;
    this.bearers = bearers;
    this.roundTrips = roundTrips;
  }

  void on(Router router, Operations operations) {
    var path = "/api/rooms/:room/regions";
    router.post(path).handler(operations.changing(Rate.TICKET, this::report));
    router.get(path).handler(operations.reading(Rate.READ, this::all));
  }

  private Reply report(Exchange exchange) {
    var room = exchange.room();
    var member = bearers.member(exchange, room).member();
    var byRegion =
        exchange.read(fields -> fields.object("roundTripMs", RoomRegionRoutes.this::byRegion));
    if (here(room).containsKey(member)) {
      roundTrips.report(room, member, byRegion);
    }
    return Reply.json(200, JsonNodeFactory.instance.objectNode());
  }

  private Map<String, Integer> byRegion(Fields fields) {
    var byRegion = new HashMap<String, Integer>();
    for (var region : regions.all()) {
      fields.optionalCount(region.name(), MOST_MS).ifPresent(ms -> byRegion.put(region.name(), ms));
    }
    return byRegion;
  }

  private Reply all(Exchange exchange) {
    var room = exchange.room();
    bearers.checkReader(exchange, room);
    var known = roundTrips.of(room, here(room).keySet());
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putArray("regions");
    for (var region : regions.all()) {
      var ms = known.getOrDefault(region.name(), List.of());
      var one =
          all.addObject()
              .put("name", region.name())
              .put("isHere", region.name().equals(regions.here()))
              .put("people", ms.size());
      median(ms).ifPresent(it -> one.put("medianMs", it));
    }
    return Reply.json(200, json);
  }

  private static Optional<Integer> median(List<Integer> sorted) {
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  private Map<MemberId, Member> here(RoomId room) {
    return rooms
        .state(room)
        .orElseThrow(() -> new Refusal(Problem.roomUnknown()))
        .members()
        .stream()
        .filter(Member::isHere)
        .collect(Collectors.toMap(Member::id, member -> member));
  }
}
