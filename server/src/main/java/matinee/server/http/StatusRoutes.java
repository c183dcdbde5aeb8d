package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;

/// How the server is, for those who run it: `/health/live`, `/health/ready`, `/metrics`.
final class StatusRoutes {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final BooleanSupplier storeAnswers;
  private final Supplier<String> figures;

  /// `storeAnswers` tells whether the store can be read now, and may block.
  StatusRoutes(BooleanSupplier storeAnswers, Supplier<String> figures) {
    this.storeAnswers = storeAnswers;
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
            context ->
                blocking.answer(
                    context.request(), () -> Reply.text(200, PROMETHEUS, figures.get())));
  }

  private Reply ready() {
    if (storeAnswers.getAsBoolean()) {
      return status("ready");
    }
    return new Problem(
            503,
            "store-fails",
            "The store of this server does not answer.",
            "Look into the log of the server, and whether its disk is full.")
        .reply();
  }

  private static Reply status(String status) {
    return Reply.json(200, JsonNodeFactory.instance.objectNode().put("status", status));
  }
}
