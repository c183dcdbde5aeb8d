package matinee.server.sql;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// One caller's change on its way through the [Writer]. The caller waits in [#await]; everything
/// else is done by the writer's thread.
final class Change<T> {
  private final long place;
  private final Query<T> query;
  private final CountDownLatch done = new CountDownLatch(1);
  private @Nullable T result;
  private @Nullable Throwable failure;

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
    done.countDown();
  }

  /// The change has been undone, because of `cause`.
  void fail(Throwable cause) {
    failure = cause;
    done.countDown();
  }

  T await() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFailure(
          "interrupted while writing; whether it was written is not known", e);
    }
    if (failure != null) {
      throw new DatabaseFailure("writing: " + failure.getMessage(), failure);
    }
    if (result == null) {
      throw new IllegalStateException("a query must have a result");
    }
    return result;
  }
}
