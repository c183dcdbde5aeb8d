package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.access.RateLimits;
import matinee.server.journal.RoomId;
import matinee.server.moving.Moving;
import matinee.server.regions.Region;

/// Tells whoever asks for a room that lives in another region where that is, before anything else
/// is done.
final class RoomsElsewhere {
  private final Vertx vertx;
  private final Blocking blocking;
  private final RateLimits limits;
  private final Remote remote;
  private final Moving moving;

  RoomsElsewhere(Vertx vertx, Blocking blocking, RateLimits limits, Remote remote, Moving moving) {
    this.vertx = vertx;
    this.blocking = blocking;
    this.limits = limits;
    this.remote = remote;
    this.moving = moving;
  }

  void on(Router router) {
    router.route("/api/rooms/:room").handler(this::look);
    router.route("/api/rooms/:room/*").handler(this::look);
  }

  private void look(RoutingContext context) {
    var room = Optional.ofNullable(context.pathParam("room")).filter(RoomId::isWellFormed);
    if (room.isEmpty()) {
      context.next();
      return;
    }
    var request = context.request();
    var address = remote.address(request);
    request.pause();
    blocking.run(
        request,
        () -> {
          var there = elsewhere(new RoomId(room.get()), address);
          return () ->
              there.ifPresentOrElse(
                  region -> Replies.send(vertx, request, Problem.roomElsewhere(region).reply()),
                  () -> {
                    request.resume();
                    context.next();
                  });
        });
  }

  /// Of rooms that nobody knows an address may have the other regions asked now and then.
  private Optional<Region> elsewhere(RoomId room, String address) {
    return moving
        .compass()
        .elsewhere(room, () -> limits.take(Rate.UNKNOWN_ROOM, address).isEmpty());
  }
}
