package matinee.server.background;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Platform threads for what keeps a processor busy for long: on virtual ones it would hold the
/// carriers on which rooms run. On Linux they let others go first. So many callers wait for one;
/// who comes besides is told [Overload].
///
/// Blocks. Safe for use by any thread.
public final class FewThreads implements AutoCloseable {
  private static final int IDLE_S = 30;

  private final String name;
  private final ThreadPoolExecutor threads;

  /// `atOnce` threads called `name`, for which `waiting` callers wait.
  public FewThreads(String name, int atOnce, int waiting) {
    this.name = name;
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE_S,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            patient(Thread.ofPlatform().name(name + "-", 0).daemon().factory()));
    threads.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory patient(ThreadFactory factory) {
    return work ->
        factory.newThread(
            () -> {
              Niceness.letOthersFirst();
              work.run();
            });
  }

  /// Do as many wait for a thread as may?
  public boolean isFull() {
    return threads.getQueue().remainingCapacity() == 0;
  }

  /// How many wait for a thread.
  public int waiting() {
    return threads.getQueue().size();
  }

  /// What `work` gives, on one of the threads. Throws [Overload].
  public <T> T on(Callable<T> work) {
    try {
      return threads.submit(work).get();
    } catch (RejectedExecutionException | CancellationException _) {
      throw new Overload(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("on one of the threads for " + name, e.getCause());
    }
  }

  /// Whoever still waits, or comes later, is told [Overload].
  @Override
  public void close() {
    threads.shutdownNow().forEach(it -> ((Future<?>) it).cancel(false));
  }
}
