package matinee.server.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import matinee.server.access.Rate;

/// Makes handlers of operations: guards them, reads their body, runs them where they may block.
final class Operations {
  private static final int MAX_BODY = 16 * 1024;
  private static final long BODY_WITHIN_MS = 10_000;

  private final Vertx vertx;
  private final Guard guard;
  private final Blocking blocking;
  private final EvenTime evenTime;

  /// `nanoTime` is a monotonic clock in ns.
  Operations(Vertx vertx, Guard guard, Blocking blocking, LongSupplier nanoTime) {
    this.vertx = vertx;
    this.guard = guard;
    this.blocking = blocking;
    evenTime = new EvenTime(nanoTime);
  }

  /// An operation that only reads.
  Handler<RoutingContext> reading(Rate rate, Operation operation) {
    return context -> {
      var request = context.request();
      guard
          .tooMuch(request, rate)
          .ifPresentOrElse(
              problem -> Replies.send(vertx, request, problem.reply()),
              () -> answer(context, operation, ""));
    };
  }

  /// An operation that gives something away and has no body.
  Handler<RoutingContext> granting(Rate rate, Operation operation) {
    return context -> {
      var request = context.request();
      guard
          .foreign(request)
          .or(() -> guard.tooMuch(request, rate))
          .ifPresentOrElse(
              problem -> Replies.send(vertx, request, problem.reply()),
              () -> answer(context, operation, ""));
    };
  }

  private void answer(RoutingContext context, Operation operation, String body) {
    blocking.answer(context.request(), () -> operation.answer(new Exchange(context, body)));
  }

  /// An operation that changes something and has JSON as its body.
  Handler<RoutingContext> changing(Rate rate, Operation operation) {
    return changing(rate, MAX_BODY, operation);
  }

  /// As [#changing(Rate, Operation)], with a body of at most `maxBody` bytes.
  Handler<RoutingContext> changing(Rate rate, int maxBody, Operation operation) {
    return context -> {
      var request = context.request();
      guard
          .foreign(request)
          .or(() -> Guard.unreadable(request, "application/json", Set.of("application/json")))
          .or(() -> guard.tooMuch(request, rate))
          .ifPresentOrElse(
              problem -> Replies.send(vertx, request, problem.reply()),
              () -> readBody(context, operation, maxBody));
    };
  }

  /// As [#changing], where the time of an answer must not tell who has an account.
  Handler<RoutingContext> changingInEvenTime(Rate rate, Operation operation) {
    return changing(rate, exchange -> evenTime.of(() -> operation.answer(exchange)));
  }

  /// An operation that a server of another region asks for: `problem` is looked for in the head of
  /// the request before its body, of at most `maxBody` bytes, is read.
  Handler<RoutingContext> between(
      int maxBody, Function<HttpServerRequest, Optional<Problem>> problem, Operation operation) {
    return context -> {
      var request = context.request();
      problem
          .apply(request)
          .ifPresentOrElse(
              found -> Replies.send(vertx, request, found.reply()),
              () -> readBody(context, operation, maxBody));
    };
  }

  private void readBody(RoutingContext context, Operation operation, int maxBody) {
    var request = context.request();
    var body = Buffer.buffer();
    var over = new AtomicBoolean();
    long timer =
        vertx.setTimer(
            BODY_WITHIN_MS,
            _ -> {
              over.set(true);
              Replies.send(vertx, request, TOO_SLOW.reply());
            });
    request.exceptionHandler(_ -> vertx.cancelTimer(timer));
    request.handler(
        bytes -> {
          if (over.get()) {
            return;
          }
          body.appendBuffer(bytes);
          if (body.length() > maxBody) {
            over.set(true);
            vertx.cancelTimer(timer);
            Replies.send(vertx, request, tooLarge(maxBody).reply());
          }
        });
    request.endHandler(
        _ -> {
          vertx.cancelTimer(timer);
          if (!over.get()) {
            answer(context, operation, body.toString());
          }
        });
  }

  private static Problem tooLarge(int maxBody) {
    return new Problem(
        413, "too-large", "The request is too large.", "Send at most " + maxBody + " bytes.");
  }

  private static final Problem TOO_SLOW =
      new Problem(408, "too-slow", "The request did not come in time.", "Send it within 10 s.");
}
