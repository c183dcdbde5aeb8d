package matinee.server.sql;

import java.sql.SQLException;
import java.time.Duration;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves what stands in the write-ahead log into the database file, on a thread and a connection of
/// its own, so that no commit pays for it.
///
/// Every 250 ms it makes a passive checkpoint if anything was committed. Under constant load that
/// never empties the log, which would grow without bound: when the log passes 64 MiB, or has more
/// than 4 MiB and nothing is being written, it asks the writer to start the log anew.
final class Checkpointer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final long PAGES_IN_A_PAUSE = 1_024;
  private static final long PAGES_AT_MOST = 16_384;

  private final Session session;
  private final Writer writer;
  private final PeriodicTask task;
  private long seenCommits;
  private long logPages;

  Checkpointer(Session session, Writer writer) {
    this.session = session;
    this.writer = writer;
    task =
        new PeriodicTask(
            Thread.ofPlatform().name("journal-checkpoint").daemon(),
            Pauses.before(PERIOD),
            this::look,
            e -> LOG.warn("checkpoint failed, tried again in {}", PERIOD, e));
  }

  private void look() {
    long commits = writer.commits();
    boolean quiet = commits == seenCommits;
    if (!quiet) {
      seenCommits = commits;
      logPages = checkpoint();
    }
    if (logPages > (quiet ? PAGES_IN_A_PAUSE : PAGES_AT_MOST)) {
      writer.restartLog();
      logPages = 0;
    }
  }

  /// How many pages the log holds.
  private long checkpoint() {
    try (var rows = session.statement("pragma wal_checkpoint(passive)").executeQuery()) {
      return rows.next() ? rows.getLong(2) : 0;
    } catch (SQLException e) {
      throw new DatabaseFailure("moving the log into the file", e);
    }
  }

  /// Waits for nobody: while somebody reads from the log, it is left for the next time.
  static void restart(Session session) {
    try {
      finish(session, "pragma busy_timeout = 0");
      finish(session, "pragma wal_checkpoint(restart)");
      finish(session, "pragma busy_timeout = 5000");
    } catch (SQLException e) {
      throw new DatabaseFailure("restarting the log", e);
    }
  }

  /// A pragma answers with rows; until they are closed its statement runs, and nothing can be
  /// committed.
  private static void finish(Session session, String pragma) throws SQLException {
    session.statement(pragma).executeQuery().close();
  }

  @Override
  public void close() {
    task.close();
    try {
      session.close();
    } catch (SQLException e) {
      LOG.warn("closing", e);
    }
  }
}
