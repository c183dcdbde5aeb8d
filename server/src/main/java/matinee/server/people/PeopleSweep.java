package matinee.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what is over: requests after their time, and whatever belongs to an account that has
/// been deleted, which nobody sees any more. Every ten minutes. Several servers may do so at once.
final class PeopleSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeopleSweep.class);
  private static final Duration PERIOD = Duration.ofMinutes(10);

  private static final String OLD_REQUESTS = "delete from friend_request where at_ms <= ?";

  /// In the order of the tables, the same on all servers.
  private static final List<String> ORPHANS =
      List.of(
          "delete from person where not exists"
              + " (select 1 from account where account.id = person.account)",
          "delete from friend_request where not exists"
              + " (select 1 from account where account.id = friend_request.asker)",
          "delete from friendship where not exists"
              + " (select 1 from account where account.id = friendship.owner)"
              + " or not exists (select 1 from account where account.id = friendship.other)",
          "delete from blocked_person where not exists"
              + " (select 1 from account where account.id = blocked_person.owner)"
              + " or not exists (select 1 from account where account.id = blocked_person.other)");

  private final Database database;
  private final PeriodicTask task;

  /// Begins after a pause.
  PeopleSweep(Database database, InstantSource clock) {
    this.database = database;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("people-sweep"),
            Pauses.before(PERIOD),
            () -> removeOld(clock.instant()),
            e -> LOG.warn("could not remove what people had and is over", e));
  }

  /// Removes what is over at `now`; how many rows.
  int removeOld(Instant now) {
    return database.write(
        Ties.PLACE,
        session -> {
          var requests = session.statement(OLD_REQUESTS);
          requests.setLong(1, RequestRows.over(now));
          int removed = requests.executeUpdate();
          for (var orphans : ORPHANS) {
            removed += session.statement(orphans).executeUpdate();
          }
          return removed;
        });
  }

  @Override
  public void close() {
    task.close();
  }
}
