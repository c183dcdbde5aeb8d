package matinee.server.sql;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// One caller's change on its way through the [Writer]. The caller waits in [#await], or is told by
/// the [#outcome]; everything else is done by the writer's thread.
final class Change<T> {
  private final long place;
  private final Query<T> query;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private @Nullable T result;

  Change(long place, Query<T> query) {
    this.place = place;
    this.query = query;
  }

  long place() {
    return place;
  }

  void run(Session session) throws SQLException {
    result = query.on(session);
  }

  /// The change is committed.
  void complete() {
    if (result == null) {
      outcome.completeExceptionally(new IllegalStateException("a query must have a result"));
    } else {
      outcome.complete(result);
    }
  }

  /// The change has been undone, because of `cause`.
  void fail(Throwable cause) {
    outcome.completeExceptionally(new DatabaseFailure("writing: " + cause.getMessage(), cause));
  }

  /// The result once it is committed, or a [DatabaseFailure]; told on the writer's thread.
  CompletionStage<T> outcome() {
    return outcome;
  }

  T await() {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFailure(
          "interrupted while writing; whether it was written is not known", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DatabaseFailure failure
          ? new DatabaseFailure(String.valueOf(failure.getMessage()), failure)
          : new DatabaseFailure("writing: " + e.getMessage(), e);
    }
  }
}
