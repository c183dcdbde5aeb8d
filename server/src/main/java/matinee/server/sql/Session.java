package matinee.server.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// A connection with the statements that were prepared on it. Used by one thread at a time.
///
/// A connection that broke is replaced by a new one when the next statement is asked for.
public final class Session implements AutoCloseable {
  private final Opening opening;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private Connection connection;
  private boolean isChanging;
  private volatile boolean closed;

  /// Opens a connection.
  @FunctionalInterface
  interface Opening {
    Connection open() throws SQLException;
  }

  Session(Opening opening) throws SQLException {
    this.opening = opening;
    connection = opening.open();
  }

  /// The statement for `sql`, prepared at its first use and kept: `sql` is a constant of the
  /// program, never put together from values. Belongs to the session: do not close it.
  public PreparedStatement statement(String sql) throws SQLException {
    renewIfClosed();
    var known = prepared.get(sql);
    if (known != null) {
      return known;
    }
    var statement = connection.prepareStatement(sql);
    prepared.put(sql, statement);
    return statement;
  }

  private void renewIfClosed() throws SQLException {
    if (!closed && !isChanging && connection.isClosed()) {
      prepared.clear();
      connection = opening.open();
    }
  }

  Connection connection() {
    return connection;
  }

  /// From here to [#commit] or [#rollBack] all statements are one transaction. Between two of them
  /// the connection holds no lock, so that other processes get at a file. For a connection that was
  /// opened to commit after each statement.
  void begin() throws SQLException {
    renewIfClosed();
    isChanging = true;
    connection.setAutoCommit(false);
  }

  /// Once it returns, what was changed since [#begin] is there for good. Throws when it may not be.
  void commit() throws SQLException {
    connection.setAutoCommit(true); // commits, and unlike `commit` begins no other transaction
    isChanging = false;
  }

  /// Undoes what was changed since [#begin], if need be by closing the connection.
  void rollBack() throws SQLException {
    isChanging = false;
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException _) {
      connection.close();
    }
  }

  /// Has the connection broken, as `failure` or its own state tells? It is closed then, and whether
  /// what it was about to commit is committed is not known.
  boolean broke(Exception failure) {
    if (closed) {
      return false;
    }
    try {
      if (failure instanceof SQLException sql && isLoss(sql)) {
        connection.close();
      }
      isChanging &= !connection.isClosed();
      return connection.isClosed();
    } catch (SQLException _) {
      return true;
    }
  }

  /// Connection exceptions, and an operator's intervention; PostgreSQL's manual, appendix A.
  private static boolean isLoss(SQLException failure) {
    var state = failure.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  /// Did the database undo a transaction so that another, of another server, could go on? Then the
  /// same may be done again. Serialization failure and deadlock; PostgreSQL's manual, 13.5.
  static boolean gaveWay(Exception failure) {
    return failure instanceof SQLException sql
        && ("40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()));
  }

  /// Closes the connection, and with it its statements. The one thing that a thread may do while
  /// another uses the session, which then fails.
  @Override
  public void close() throws SQLException {
    closed = true;
    connection.close();
  }
}
