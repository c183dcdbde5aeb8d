package matinee.server.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/// Brings the tables of a database up to date: `db/migration` among the resources, in the SQL that
/// SQLite and PostgreSQL share.
///
/// One process at a time does so, others wait for it. Each migration is one transaction with the
/// note that it was made: where a process was killed, the next goes on. One whose number lies below
/// that of another which is there already is made too: each adds, and none needs a later one.
final class Migrations {
  /// Of those that this program does not know: numbers are given out when work on a migration
  /// begins, so that a newer one may be a missing one in the middle.
  private static final Set<MigrationState> NEWER =
      Set.of(
          MigrationState.FUTURE_SUCCESS,
          MigrationState.FUTURE_FAILED,
          MigrationState.MISSING_SUCCESS,
          MigrationState.MISSING_FAILED);

  private Migrations() {}

  /// What was done: `steps`, perhaps none, from one version to another; 0 is that without tables.
  record Done(String from, String to, int steps) {}

  /// Throws `SQLException` when the database cannot be reached, or has tables of a newer version,
  /// with which this program would not know what to do.
  static Done run(Store store) throws SQLException {
    try (var _ = store.lockForMigration();
        var connection = new OneConnection(store)) {
      var flyway =
          Flyway.configure()
              .dataSource(connection)
              .locations("classpath:db/migration")
              .outOfOrder(true)
              .load();
      var before = flyway.info();
      refuseNewer(before);
      // Nothing is written to what is up to date: a server may be at work on it.
      int steps = before.pending().length == 0 ? 0 : flyway.migrate().migrationsExecuted;
      return new Done(version(before), version(flyway.info()), steps);
    }
  }

  private static void refuseNewer(MigrationInfoService info) throws SQLException {
    if (Arrays.stream(info.applied()).anyMatch(it -> NEWER.contains(it.getState()))) {
      throw new SQLException(
          "its tables are of version "
              + version(info)
              + ", which is newer than this program: run the newer one, or restore a backup from"
              + " before");
    }
  }

  private static String version(MigrationInfoService info) {
    return Optional.ofNullable(info.current())
        .map(MigrationInfo::getVersion)
        .map(MigrationVersion::getVersion)
        .orElse("0");
  }
}
