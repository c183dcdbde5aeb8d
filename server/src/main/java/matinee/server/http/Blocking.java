package matinee.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import matinee.server.accounts.TooBusy;
import matinee.server.sql.DatabaseFailure;
import matinee.server.stores.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what may block on virtual threads, at most 1,000 at once; beyond that, requests are
/// answered 503.
final class Blocking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Blocking.class);
  private static final int AT_ONCE = 1_000;

  /// When to come back after the store did not answer.
  private static final Duration AFTER_STORE = Duration.ofSeconds(2);

  /// When to come back after too many passwords had to be hashed: some dozens have been by then.
  private static final Duration AFTER_PASSWORDS = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_ONCE);

  /// What is left to do on the event loop of a request to answer it; does not block.
  @FunctionalInterface
  interface Sending {
    void send();
  }

  Blocking(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Answers `request` with what `work` gives. Called on the request's event loop; `work` runs on a
  /// virtual thread.
  void answer(HttpServerRequest request, Supplier<Reply> work) {
    run(
        request,
        () -> {
          var reply = work.get();
          return () -> Replies.send(vertx, request, reply);
        });
  }

  /// Runs `work` on a virtual thread and what it leaves to do on the request's event loop. A
  /// [Refusal] is answered by its problem, a store that does not answer by 503, too many passwords
  /// at once by 429, any other failure by 500.
  void run(HttpServerRequest request, Supplier<Sending> work) {
    if (!places.tryAcquire()) {
      Replies.send(vertx, request, Problem.busy().reply());
      return;
    }
    var loop = vertx.getOrCreateContext();
    threads.execute(
        () -> {
          try {
            var sending = attempt(request, work);
            loop.runOnContext(_ -> sending.send());
          } finally {
            places.release();
          }
        });
  }

  /// Runs `work` on a virtual thread, for a request that has been let in already.
  void execute(Runnable work) {
    threads.execute(work);
  }

  /// What `stage` comes to; throws its failure. Called on a virtual thread.
  static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /// Waits for nothing: what still runs finds its connections closed.
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Sending attempt(HttpServerRequest request, Supplier<Sending> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      return () -> Replies.send(vertx, request, refusal.problem().reply());
    } catch (DatabaseFailure e) {
      LOG.warn("{} {} could not be done", request.method(), request.path(), e);
      return () -> Replies.send(vertx, request, Problem.storeFails().after(AFTER_STORE).reply());
    } catch (TooBusy _) {
      return () -> Replies.send(vertx, request, TOO_MANY_PASSWORDS.reply());
    } catch (UncheckedIOException e) {
      return ioFailed(request, e);
    } catch (RuntimeException | Error e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      return () -> Replies.send(vertx, request, Problem.failed().reply());
    }
  }

  private Sending ioFailed(HttpServerRequest request, UncheckedIOException e) {
    if (e.getCause() instanceof StoreAway away) {
      LOG.warn("{} {} waits for films: {}", request.method(), request.path(), away.getMessage());
      return () -> Replies.send(vertx, request, Problem.filmsAway().reply());
    }
    LOG.error("{} {} failed", request.method(), request.path(), e);
    return () -> Replies.send(vertx, request, Problem.failed().reply());
  }

  private static final Problem TOO_MANY_PASSWORDS =
      new Problem(
              429,
              "too-many-sign-ins",
              "Too many people sign in at this moment.",
              "Try again in a few seconds.")
          .after(AFTER_PASSWORDS);
}
