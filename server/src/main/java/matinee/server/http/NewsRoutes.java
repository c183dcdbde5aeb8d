package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import matinee.server.access.Rate;

/// The stream by which a page hears that something is new for its person (`/api/people/events`).
final class NewsRoutes {
  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final Callers callers;
  private final NewsStreams streams;

  NewsRoutes(Vertx vertx, Guard guard, Blocking blocking, Callers callers, NewsStreams streams) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    this.callers = callers;
    this.streams = streams;
  }

  void on(Router router) {
    router.get("/api/people/events").handler(this::begin);
  }

  private void begin(RoutingContext context) {
    var request = context.request();
    var problem = guard.tooMuch(request, Rate.STREAM);
    if (problem.isPresent()) {
      Replies.send(vertx, request, problem.get().reply());
      return;
    }
    var loop = vertx.getOrCreateContext();
    blocking.run(
        request,
        () -> {
          var who = callers.of(new Exchange(context, ""));
          return streams.take(who, loop, request.response())::begin;
        });
  }
}
