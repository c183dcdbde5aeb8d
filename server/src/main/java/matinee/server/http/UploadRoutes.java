package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import matinee.server.access.Rate;
import matinee.server.library.Intake;

/// `POST /api/films?name=FILE`: the body is a film, streamed to the library; beside it what takes
/// films in pieces.
final class UploadRoutes {
  private static final Set<String> TYPES = Set.of("application/octet-stream", "video/*", "audio/*");
  private static final String UNNAMED = "";

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final Receiving receiving;

  UploadRoutes(Vertx vertx, Guard guard, Blocking blocking, Receiving receiving) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.receiving = receiving;
  }

  void on(Router router, Operations operations) {
    router.post("/api/films").handler(this::upload);
    new TusRoutes(vertx, guard, blocking, receiving).on(router, operations);
  }

  private void upload(RoutingContext context) {
    var request = context.request();
    var refused =
        guard
            .foreign(request)
            .or(() -> Guard.unreadable(request, "application/octet-stream", TYPES))
            .or(() -> guard.tooMuch(request, Rate.UPLOAD));
    if (refused.isPresent()) {
      Replies.send(vertx, request, refused.get().reply());
      return;
    }
    var name = request.getParam("name", UNNAMED);
    var body = new BodyStream(request);
    var exchange = new Exchange(context, "");
    blocking.answer(request, () -> reply(receiving.take(exchange, name, body)));
  }

  private Reply reply(Intake intake) {
    return intake instanceof Intake.Taken(var film)
        ? Reply.json(201, IntakeText.film(film))
        : receiving.problem(intake).reply();
  }
}
