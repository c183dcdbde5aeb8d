package matinee.server.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// A real PostgreSQL server on a free loopback port, with nothing in it.
public final class TestPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private int databases;

  public TestPostgres() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  /// The address of a database made now.
  public String newDatabase() throws SQLException {
    var name = "matinee_" + databases++;
    execute("create database " + name);
    return "postgres://postgres@127.0.0.1:%d/%s".formatted(server.getPort(), name);
  }

  /// Ends every connection to its databases, as an operator would.
  public void cutConnections() throws SQLException {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname like 'matinee_%'");
  }

  /// A connection of ours to the database at `address`.
  public Connection connect(String address) throws SQLException {
    return Store.at(address).open();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
