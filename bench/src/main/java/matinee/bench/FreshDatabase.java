package matinee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A database of a measurement's own, without tables: how Matinee is told of it (`address`), and
/// how the measurement itself gets at it. Closed, a server of PostgreSQL is gone with all it has.
record FreshDatabase(String name, String address, String url, AutoCloseable server)
    implements AutoCloseable {

  /// The SQLite file `file`, or a PostgreSQL server that syncs each commit to the disk, as `kind`
  /// says: `sqlite` or `postgresql`.
  static FreshDatabase of(String kind, Path file) throws IOException {
    return switch (kind) {
      case "sqlite" ->
          new FreshDatabase("SQLite", file.toString(), "jdbc:sqlite:" + file, () -> {});
      case "postgresql" -> {
        var server = OwnPostgres.durable();
        yield new FreshDatabase(
            "PostgreSQL",
            OwnPostgres.address(server),
            "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres",
            server);
      }
      default -> throw new IllegalArgumentException("sqlite or postgresql, and not " + kind);
    };
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
