package matinee.server.accounts;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Passwords that have as much to do as they take, until this is closed.
public final class Occupied implements AutoCloseable {
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  public Occupied(Passwords passwords) throws InterruptedException {
    int atOnce = Passwords.atOnce();
    var begun = new CountDownLatch(atOnce);
    for (int i = 0; i < atOnce; i++) {
      callers.execute(() -> passwords.on(() -> held(begun)));
    }
    begun.await();
    for (int i = 0; i < Passwords.WAITING; i++) {
      callers.execute(() -> passwords.on(() -> true));
    }
    while (passwords.waiting() < Passwords.WAITING) {
      Thread.onSpinWait();
    }
  }

  private boolean held(CountDownLatch begun) throws InterruptedException {
    begun.countDown();
    end.await();
    return true;
  }

  /// Returns when everybody has been served.
  @Override
  public void close() {
    end.countDown();
    callers.close();
  }
}
