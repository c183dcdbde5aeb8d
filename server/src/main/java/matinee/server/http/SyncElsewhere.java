package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/// The answer to who looks for a sync server at a process that has none and knows none.
final class SyncElsewhere {
  private final Vertx vertx;

  SyncElsewhere(Vertx vertx) {
    this.vertx = vertx;
  }

  void on(Router router) {
    router
        .route("/sync")
        .handler(context -> Replies.send(vertx, context.request(), NOT_HERE.reply()));
  }

  private static final Problem NOT_HERE =
      new Problem(
          421,
          "sync-elsewhere",
          "This server has no rooms at work.",
          "Whoever runs it routes /sync to the sync servers, or starts it with --sync-at.");
}
