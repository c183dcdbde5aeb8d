package matinee.server.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears which sessions have ended, at whatever server and for whatever reason, age included: one
/// query a second, however many people are signed in. Safe for use by any thread.
///
/// What was heard is told again for two minutes. So nobody comes in unnoticed who was let in just
/// before, and no ending is missed that was committed late.
public final class Endings implements AutoCloseable {
  static final Duration AGAIN = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String ENDED =
      "select device from session_end where ended_ms > ?"
          + " union all select id from device where seen_ms > ? and seen_ms <= ?";

  private final Database database;
  private final InstantSource clock;
  private final List<Consumer<Set<DeviceId>>> listeners = new CopyOnWriteArrayList<>();
  private final PeriodicTask task;

  /// When it was last heard what had ended.
  private volatile Instant heard;

  /// Begins at once.
  Endings(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    heard = clock.instant();
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("session-endings"),
            Pauses.after(PERIOD),
            this::look,
            e -> LOG.warn("could not hear which sessions have ended", e));
  }

  /// From now on `listener` is told, every second in which there are any, the devices whose
  /// sessions have ended in the last two minutes. Must not block.
  public void listen(Consumer<Set<DeviceId>> listener) {
    listeners.add(listener);
  }

  /// One round. What cannot be heard now is heard later.
  void look() {
    var now = clock.instant();
    var since = heard.minus(AGAIN);
    var ended = ended(since, now);
    heard = now;
    if (!ended.isEmpty()) {
      listeners.forEach(listener -> listener.accept(ended));
    }
  }

  private Set<DeviceId> ended(Instant since, Instant now) {
    return database.read(
        session -> {
          var select = session.statement(ENDED);
          select.setLong(1, since.toEpochMilli());
          select.setLong(2, since.minus(DeviceRows.UNUSED).toEpochMilli());
          select.setLong(3, now.minus(DeviceRows.UNUSED).toEpochMilli());
          var ended = new HashSet<DeviceId>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              ended.add(new DeviceId(rows.getString(1)));
            }
          }
          return Set.copyOf(ended);
        });
  }

  @Override
  public void close() {
    task.finish();
  }
}
