package matinee.server.load;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the [Headroom] of this process twice a second, and tells the log when memory becomes
/// short and when it is no more.
public final class HeadroomWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeadroomWatch.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Headroom headroom;
  private final Thread thread;

  /// Begins at once.
  public HeadroomWatch(Headroom headroom) {
    this.headroom = headroom;
    thread = Thread.ofPlatform().daemon().name("headroom").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PERIOD);
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    boolean before = headroom.isShort();
    headroom.look();
    if (headroom.isShort() != before) {
      LOG.warn(
          before
              ? "memory is no more short: whoever comes is let in"
              : "memory is short: whoever comes now is asked to come back later");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
