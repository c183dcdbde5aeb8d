package matinee.server.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL server on a free loopback port, which all tests share; each has a database of
/// its own. It starts when the first test wants it and ends with the process. It leaves it to the
/// machine when to write to the disk: nobody cuts its power.
public final class TestPostgres {
  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The address of a database made now.
  public static String newDatabase() throws SQLException {
    var name = "matinee_" + DATABASES.getAndIncrement();
    execute("create database " + name);
    return "postgres://postgres@127.0.0.1:%d/%s".formatted(SERVER.getPort(), name);
  }

  /// Ends every connection to the database at `address`, as an operator would.
  public static void cutConnections(String address) throws SQLException {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
            .formatted(address.substring(address.lastIndexOf('/') + 1)));
  }

  /// A connection of the test's own to the database at `address`.
  public static Connection connect(String address) throws SQLException {
    return Store.at(address).open();
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
