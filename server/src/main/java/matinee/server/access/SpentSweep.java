package matinee.server.access;

import java.time.Duration;
import java.time.InstantSource;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes the rows of tokens that are over: once a minute, and a little at a time until none is
/// left. Several servers may do so at once.
public final class SpentSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpentSweep.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final SqlSpent spent;
  private final InstantSource clock;
  private final PeriodicTask task;

  /// Begins at once; `clock` is that of the tokens.
  public SpentSweep(SqlSpent spent, InstantSource clock) {
    this.spent = spent;
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("spent-sweep"),
            Pauses.before(PERIOD),
            this::sweep,
            e -> LOG.warn("could not remove tokens that are over", e));
  }

  /// What cannot be removed now is removed some other time.
  private void sweep() {
    while (spent.removeOld(clock.instant()) > 0 && !Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
  }

  @Override
  public void close() {
    task.close();
  }
}
