package matinee.server.rooms;

import java.time.Duration;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the journal every 5 s that rooms are being kept, and once more when it is stopped: how
/// the next start knows for how long nobody did (PB9).
public final class AliveMark {
  private static final Logger LOG = LoggerFactory.getLogger(AliveMark.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final Journal journal;
  private final RoomTime time;
  private final PeriodicTask task;

  public AliveMark(Journal journal, RoomTime time) {
    this.journal = journal;
    this.time = time;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("alive"), Pauses.after(PERIOD), this::mark, AliveMark::failed);
  }

  private void mark() {
    journal.markAlive(time.now());
  }

  private static void failed(RuntimeException e) {
    LOG.warn("could not note that rooms are being kept", e);
  }

  /// Notes it for the last time.
  public void stop() {
    task.close();
    try {
      mark();
    } catch (RuntimeException e) {
      failed(e);
    }
  }
}
