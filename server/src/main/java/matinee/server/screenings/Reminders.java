package matinee.server.screenings;

import java.time.Duration;
import java.time.InstantSource;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that who said yes is reminded by a letter, [#AHEAD] before it begins, once for each
/// time that it is put to. Several servers may do so at once: that it was done is noted in the
/// transaction that queues the letter.
final class Reminders implements AutoCloseable {
  static final Duration AHEAD = Duration.ofMinutes(30);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 200;
  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  private final ScreeningRows screenings;
  private final ReminderRows rows;
  private final Post post;
  private final InstantSource clock;
  private final PeriodicTask task;

  /// Begins at once.
  Reminders(ScreeningRows screenings, ReminderRows rows, Post post, InstantSource clock) {
    this.screenings = screenings;
    this.rows = rows;
    this.post = post;
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("reminders"),
            Pauses.after(PAUSE),
            this::remind,
            e -> LOG.warn("could not remind people of screenings", e));
  }

  private void remind() {
    var now = clock.instant();
    for (var due : rows.due(now, now.plus(AHEAD), AT_ONCE)) {
      screenings
          .find(due.screening())
          .ifPresent(it -> rows.remind(due, now, post.reminder(due.person(), it)));
    }
  }

  @Override
  public void close() {
    task.close();
  }
}
