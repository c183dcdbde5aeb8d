package matinee.server.accounts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what is over: devices that were not used for long, tries that count no more, notes of
/// devices that were signed out, and changes of addresses that can be undone no more. Every ten
/// minutes, and a little at a time until nothing is left. Several servers may do so at once.
final class Sweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration PERIOD = Duration.ofMinutes(10);

  /// Few, for everybody else's writing waits for it.
  static final int AT_ONCE = 500;

  /// For how long what is over stays, so that [Endings] hears of it, also after a pause.
  static final Duration AFTERWARDS = Duration.ofHours(1);

  /// Before everything else; see [Database#write].
  private static final long PLACE = Long.MIN_VALUE;

  private static final String DEVICES =
      "delete from device where seen_ms <= (select max(seen_ms) from"
          + " (select seen_ms from device where seen_ms <= ? order by seen_ms limit ?) oldest)";
  private static final String TRIES =
      "delete from sign_in_try where last_ms <= (select max(last_ms) from"
          + " (select last_ms from sign_in_try where last_ms <= ? order by last_ms limit ?) oldest)";
  private static final String ENDS =
      "delete from session_end where ended_ms <= (select max(ended_ms) from"
          + " (select ended_ms from session_end where ended_ms <= ? order by ended_ms limit ?) oldest)";
  private static final String ADDRESSES =
      "delete from address_change where asked_ms <= (select max(asked_ms) from"
          + " (select asked_ms from address_change where asked_ms <= ? order by asked_ms limit ?) oldest)";

  private final Database database;
  private final InstantSource clock;
  private final PeriodicTask task;

  /// Begins after a pause.
  Sweep(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("accounts-sweep"),
            Pauses.before(PERIOD),
            this::sweep,
            e ->
                LOG.warn(
                    "could not remove devices, tries and changes of addresses that are over", e));
  }

  /// What cannot be removed now is removed some other time.
  private void sweep() {
    while (removeOld(clock.instant()) > 0 && !Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
  }

  /// Removes some of what is over at `now`; how many rows.
  int removeOld(Instant now) {
    return database.write(
        PLACE,
        session ->
            remove(session, DEVICES, now.minus(DeviceRows.UNUSED).minus(AFTERWARDS))
                + remove(session, TRIES, now.minus(Tries.FORGOTTEN_AFTER))
                + remove(session, ENDS, now.minus(AFTERWARDS))
                + remove(session, ADDRESSES, now.minus(AddressRows.UNDONE_WITHIN)));
  }

  private static int remove(Session session, String statement, Instant until) throws SQLException {
    var delete = session.statement(statement);
    delete.setLong(1, until.toEpochMilli());
    delete.setInt(2, AT_ONCE);
    return delete.executeUpdate();
  }

  @Override
  public void close() {
    task.close();
  }
}
