package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what no route answers.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Vertx vertx;

  Failures(Vertx vertx) {
    this.vertx = vertx;
  }

  void on(Router router) {
    router.errorHandler(400, context -> send(context, MALFORMED));
    router.errorHandler(404, context -> send(context, Problem.notFound()));
    router.errorHandler(405, context -> send(context, NOT_ALLOWED));
    router.errorHandler(
        500,
        context -> {
          LOG.error("{} failed", context.request().path(), context.failure());
          send(context, Problem.failed());
        });
  }

  private void send(RoutingContext context, Problem problem) {
    Replies.send(vertx, context.request(), problem.reply());
  }

  private static final Problem MALFORMED =
      new Problem(400, "malformed", "The request is malformed.", "Correct its address.");

  private static final Problem NOT_ALLOWED =
      new Problem(
          405,
          "method-not-allowed",
          "That cannot be done with what is at this address.",
          "Use another method.",
          Map.of(),
          Map.of(HttpHeaders.ALLOW.toString(), "DELETE, GET, HEAD, PATCH, POST, PUT"));
}
