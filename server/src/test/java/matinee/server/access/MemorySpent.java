package matinee.server.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Used tokens of one process: for tests, which may also make it fail, or answer later.
public final class MemorySpent implements Spent {
  private final Set<String> used = new HashSet<>();
  private CompletionStage<Boolean> before = CompletableFuture.completedStage(true);

  @Override
  public synchronized CompletionStage<Boolean> spend(String id, Instant until) {
    return before.thenApply(_ -> use(id));
  }

  private synchronized boolean use(String id) {
    return used.add(id);
  }

  /// From now on answers come after `stage`, and fail when it does.
  public synchronized void answerAfter(CompletionStage<Boolean> stage) {
    before = stage;
  }
}
