package matinee.server.sql;

import java.sql.SQLException;

/// Held by the one process that changes the tables of a database; gone with the process at the
/// latest.
@FunctionalInterface
interface MigrationLock extends AutoCloseable {

  @Override
  void close() throws SQLException;
}
