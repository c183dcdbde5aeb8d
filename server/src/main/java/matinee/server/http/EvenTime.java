package matinee.server.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Answers in steps of time, counted from when it was asked, so that what an operation found cannot
/// be told from how long it took: two ways through it that differ by a part of a step are
/// answered at the same instant but for that part of the requests in which one of them just misses
/// it. Safe for use by any thread.
final class EvenTime {
  /// A hundred times what the ways through the operations in question differ by, and little beside
  /// what a person waits for a password to be hashed.
  static final Duration STEP = Duration.ofMillis(50);

  private final LongSupplier nanoTime;

  /// `nanoTime` is a monotonic clock in ns.
  EvenTime(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// What `work` gives or throws, at the end of the step in which it does. Blocks; an interrupt
  /// ends the waiting and is left to whoever sees it next.
  <T> T of(Supplier<T> work) {
    long asked = nanoTime.getAsLong();
    try {
      return work.get();
    } finally {
      awaitStep(asked);
    }
  }

  private void awaitStep(long asked) {
    long at = asked + stepAfter(nanoTime.getAsLong() - asked);
    for (long now = nanoTime.getAsLong();
        now < at && !Thread.currentThread().isInterrupted();
        now = nanoTime.getAsLong()) {
      LockSupport.parkNanos(at - now);
    }
  }

  /// The end of the step in which something is done that took `nanos`.
  static long stepAfter(long nanos) {
    long step = STEP.toNanos();
    return (nanos / step + 1) * step;
  }
}
