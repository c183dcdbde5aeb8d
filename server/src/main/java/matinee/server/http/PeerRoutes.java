package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import matinee.server.journal.RoomId;
import matinee.server.telemetry.TrackerMeters;

/// What the server does for browsers that reach one another directly: it introduces them.
final class PeerRoutes {
  private final WebServer.Inside inside;
  private final Vertx vertx;
  private final Blocking blocking;
  private final Guard guard;
  private final Remote remote;

  PeerRoutes(WebServer.Inside inside, Vertx vertx, Blocking blocking, Guard guard, Remote remote) {
    this.inside = inside;
    this.vertx = vertx;
    this.blocking = blocking;
    this.guard = guard;
    this.remote = remote;
  }

  /// Gives what ends it. `nanoTime` is monotonic.
  Runnable on(Router router, Operations operations, Bearers bearers, LongSupplier nanoTime) {
    var proofs = inside.proofs();
    var introductions = proofs.company().introductions();
    new IntroductionRoutes(inside.rooms(), bearers, introductions.hashes()).on(router, operations);
    Predicate<RoomId> isThere =
        room -> inside.rooms().state(room).filter(it -> it.end().isEmpty()).isPresent();
    var meter = new TrackerMeters(inside.health().meters().registry());
    var tracker = introductions.begin(isThere, nanoTime, meter);
    var crowd = proofs.credentials().tickets().crowd();
    new TrackerSockets(vertx, blocking, guard, crowd, remote, tracker).on(router);
    return tracker::close;
  }
}
