package matinee.server.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Where a database is kept, and how connections to it are opened.
sealed interface Store permits SqliteFile, PostgresServer {

  /// A connection that commits after each statement.
  Connection open() throws SQLException;

  /// As [#open], for statements that take long.
  default Connection openForMigration() throws SQLException {
    return open();
  }

  /// A connection that commits when told to.
  default Connection openForWriting() throws SQLException {
    var connection = open();
    connection.setAutoCommit(false);
    return connection;
  }

  /// A connection whose every statement sees what has been committed before.
  Connection openForReading() throws SQLException;

  /// A connection for reading, all of whose statements see what had been committed at the first.
  Connection openForSnapshot() throws SQLException;

  /// As [#openForWriting], for statements that take long.
  default Connection openForCopy() throws SQLException {
    return openForWriting();
  }

  /// Keeps every other process from changing the tables; waits for one that is at it.
  Hold lockForMigration() throws SQLException;

  /// Keeps every other server away, if one alone may be at work. Throws when another is.
  Hold claim() throws SQLException;

  /// Where it is, without its secrets: for messages to people.
  String name();

  /// What `address` names: `postgres://USER:PASSWORD@HOST:PORT/NAME`, or the SQLite file at a path.
  /// Throws `IllegalArgumentException` for anything else with a scheme.
  static Store at(String address) {
    if (PostgresServer.isMeantBy(address)) {
      return PostgresServer.at(address);
    }
    if (address.contains("://")) {
      throw new IllegalArgumentException(
          "write it like postgres://USER:PASSWORD@HOST:5432/NAME, or give the path of a file");
    }
    return new SqliteFile(Path.of(address));
  }
}
