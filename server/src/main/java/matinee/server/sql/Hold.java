package matinee.server.sql;

import java.sql.SQLException;

/// What one process alone can hold of a database, until it is closed; gone with the process at the
/// latest.
@FunctionalInterface
interface Hold extends AutoCloseable {

  @Override
  void close() throws SQLException;
}
