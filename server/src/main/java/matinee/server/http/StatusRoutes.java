package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import matinee.server.Config.MetricsFor;
import tools.jackson.databind.node.JsonNodeFactory;

/// How the server is, for those who run it: `/health/live`, `/health/ready`, and `/metrics`, which
/// is not for everybody.
final class StatusRoutes {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Vertx vertx;
  private final Supplier<Readiness> readiness;
  private final Supplier<String> figures;
  private final MetricsFor metrics;

  /// `readiness` may block.
  StatusRoutes(
      Vertx vertx, Supplier<Readiness> readiness, Supplier<String> figures, MetricsFor metrics) {
    this.vertx = vertx;
    this.metrics = metrics;
    this.readiness = readiness;
    this.figures = figures;
  }

  void on(Router router, Blocking blocking) {
    router
        .get("/health/live")
        .handler(context -> blocking.answer(context.request(), () -> status("live")));
    router.get("/health/ready").handler(context -> blocking.answer(context.request(), this::ready));
    router
        .get("/metrics")
        .handler(
            context -> {
              var request = context.request();
              if (mayReadMetrics(request)) {
                blocking.answer(request, () -> Reply.text(200, PROMETHEUS, figures.get()));
              } else {
                Replies.send(vertx, request, NOT_HERE.reply());
              }
            });
  }

  private boolean mayReadMetrics(HttpServerRequest request) {
    return switch (metrics) {
      case ALL -> true;
      case LOCAL -> Remote.isThisMachine(request);
    };
  }

  private Reply ready() {
    return switch (readiness.get()) {
      case READY -> status("ready");
      case STOPPING -> STOPPING.reply();
      case MEMORY_SHORT -> Problem.busy().reply();
      case STORE_FAILS -> Problem.storeFails().reply();
    };
  }

  private static Reply status(String status) {
    return Reply.json(200, JsonNodeFactory.instance.objectNode().put("status", status));
  }

  private static final Problem STOPPING =
      new Problem(
          503, "stopping", "The server is being stopped.", "Ask another one, or try again later.");

  private static final Problem NOT_HERE =
      new Problem(
          403,
          "metrics-local",
          "The figures are read on the server's own machine.",
          "Ask for http://localhost there, or start the server with --metrics=all.");
}
