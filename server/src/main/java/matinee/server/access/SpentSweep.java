package matinee.server.access;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes the rows of tokens that are over: once a minute, and a little at a time until none is
/// left. Several servers may do so at once.
public final class SpentSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpentSweep.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final SqlSpent spent;
  private final InstantSource clock;
  private final Thread thread;

  /// Begins at once; `clock` is that of the tokens.
  public SpentSweep(SqlSpent spent, InstantSource clock) {
    this.spent = spent;
    this.clock = clock;
    thread = Thread.ofVirtual().name("spent-sweep").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PERIOD);
        sweep();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// What cannot be removed now is removed some other time.
  private void sweep() {
    try {
      while (spent.removeOld(clock.instant()) > 0 && !thread.isInterrupted()) {
        Thread.yield();
      }
    } catch (RuntimeException e) {
      LOG.warn("could not remove tokens that are over", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
