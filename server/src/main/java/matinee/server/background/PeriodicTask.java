package matinee.server.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What a server does again and again on a thread of its own, with a pause after each round, until
/// it is closed. A round that throws is told of, and the next one comes as ever.
///
/// Safe for use by any thread.
public final class PeriodicTask implements AutoCloseable {
  private final Pauses pauses;
  private final Round round;
  private final Consumer<RuntimeException> failed;
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;

  /// What is done each time. When it is interrupted the task has ended.
  @FunctionalInterface
  public interface Round {
    void run() throws InterruptedException;
  }

  /// How long a task waits before its first round, and after each.
  public record Pauses(Duration first, Duration others) {
    /// It begins at once.
    public static Pauses after(Duration each) {
      return new Pauses(Duration.ZERO, each);
    }

    /// It begins with a pause.
    public static Pauses before(Duration each) {
      return new Pauses(each, each);
    }
  }

  /// Begins in a new thread as `builder` makes it; `failed` is told there of what a round throws.
  public PeriodicTask(
      Thread.Builder builder, Pauses pauses, Round round, Consumer<RuntimeException> failed) {
    this.pauses = pauses;
    this.round = round;
    this.failed = failed;
    thread = builder.start(this::run);
  }

  private void run() {
    try {
      rest(pauses.first());
      while (!closing) {
        once();
        rest(pauses.others());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() throws InterruptedException {
    try {
      round.run();
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    if (wakes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
      wakes.drainPermits();
    }
  }

  /// Ends the pause, or the one after the round under way. Returns at once.
  public void wake() {
    wakes.release();
  }

  /// Interrupts what is being done, and returns when it has ended.
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    join();
  }

  /// Lets the round under way come to its end, and returns then.
  public void finish() {
    closing = true;
    wake();
    join();
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
