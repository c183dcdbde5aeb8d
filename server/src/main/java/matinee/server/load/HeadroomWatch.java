package matinee.server.load;

import java.time.Duration;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the [Headroom] of this process twice a second, and tells the log when memory becomes
/// short and when it is no more.
public final class HeadroomWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeadroomWatch.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Headroom headroom;
  private final PeriodicTask task;

  /// Begins at once.
  public HeadroomWatch(Headroom headroom) {
    this.headroom = headroom;
    task =
        new PeriodicTask(
            Thread.ofPlatform().daemon().name("headroom"),
            Pauses.before(PERIOD),
            this::look,
            e -> LOG.warn("could not look how much memory is left", e));
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
    task.close();
  }
}
