package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.function.Predicate;
import matinee.server.Config;
import matinee.server.journal.RoomId;
import matinee.server.telemetry.TrackerMeters;

/// What the server does for browsers that reach one another directly: it introduces them, and says
/// by which servers they find a way.
final class PeerRoutes {
  private final WebServer.Inside inside;
  private final Config.Place place;
  private final Vertx vertx;
  private final Blocking blocking;
  private final Guard guard;
  private final Remote remote;

  PeerRoutes(
      WebServer.Inside inside,
      Config.Place place,
      Vertx vertx,
      Blocking blocking,
      Guard guard,
      Remote remote) {
    this.inside = inside;
    this.place = place;
    this.vertx = vertx;
    this.blocking = blocking;
    this.guard = guard;
    this.remote = remote;
  }

  /// Gives what ends it.
  Runnable on(Router router, Operations operations, Bearers bearers, WebServer.World world) {
    var proofs = inside.proofs();
    var introductions = proofs.company().introductions();
    new IntroductionRoutes(inside.rooms(), bearers, introductions.hashes()).on(router, operations);
    new IceServerRoutes(inside.rooms(), bearers, place.iceServers(), world.clock())
        .on(router, operations);
    Predicate<RoomId> isThere =
        room -> inside.rooms().state(room).filter(it -> it.end().isEmpty()).isPresent();
    var meter = new TrackerMeters(inside.health().meters().registry());
    var tracker = introductions.begin(isThere, world.nanoTime(), meter);
    var crowd = proofs.credentials().tickets().crowd();
    new TrackerSockets(vertx, blocking, guard, crowd, remote, tracker).on(router);
    return tracker::close;
  }
}
