package matinee.server.sql;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/// A PostgreSQL server, 15 or later, and how connections to it are opened.
///
/// Between it and us may stand a pooler such as PgBouncer, which gives each transaction to
/// whichever of its connections is free. So nothing is kept in a session: locks and levels of
/// isolation are those of a transaction, and through a pooler no statement is prepared for later
/// ones.
///
/// A server that falls silent is given up after 10 s: what waits for it then fails, and is told so,
/// instead of waiting for ever.
record PostgresServer(String url, String name) implements Store {
  private static final Set<String> SCHEMES = Set.of("postgres", "postgresql");

  /// What the lock of migrations is called: any number that nobody else uses in the database.
  private static final long MIGRATION = 0x6d6174696e6565L;

  /// For how long a statement that looks at everything may be silent.
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String CONNECT_TIMEOUT_S = "5";
  private static final String SILENCE_S = "10";

  static boolean isMeantBy(String address) {
    return SCHEMES.stream().anyMatch(scheme -> address.startsWith(scheme + "://"));
  }

  /// What `address` names, with user and password where others have them: before the host. Throws
  /// `IllegalArgumentException`, without the password, when it names nothing.
  static PostgresServer at(String address) {
    try {
      var uri = new URI(address);
      if (uri.getHost() == null || uri.getPath().length() < 2) {
        throw new IllegalArgumentException("a host and the name of a database are needed");
      }
      var place = place(uri);
      return new PostgresServer(
          "jdbc:postgresql://" + place + query(uri, Optional.ofNullable(uri.getRawUserInfo())),
          "postgres://" + place);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "is no address: "
              + e.getReason()
              + " at "
              + e.getIndex()
              + "; write it like"
              + " postgres://USER:PASSWORD@HOST:5432/NAME, with %40 for an @ in the password",
          e);
    }
  }

  private static String place(URI uri) {
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getHost() + port + uri.getRawPath();
  }

  private static String query(URI uri, Optional<String> userInfo) {
    var own = Optional.ofNullable(uri.getRawQuery()).map(it -> "&" + it).orElse("");
    var user =
        userInfo
            .map(info -> info.split(":", 2))
            .map(parts -> "&user=" + parts[0] + (parts.length > 1 ? "&password=" + parts[1] : ""))
            .orElse("");
    return "?ApplicationName=matinee" + user + own;
  }

  @Override
  public Connection openForReading() throws SQLException {
    var connection = open();
    connection.setReadOnly(true);
    return connection;
  }

  @Override
  public Connection open() throws SQLException {
    return open(new Properties());
  }

  private Connection open(Properties properties) throws SQLException {
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_TIMEOUT_S);
    PGProperty.SOCKET_TIMEOUT.set(properties, SILENCE_S);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    var connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("no address of a PostgreSQL server: " + name);
    }
    prepareNothingThroughPooler(connection);
    return connection;
  }

  /// A pooler gives a number of its own for that of the process that it says we are connected to.
  private static void prepareNothingThroughPooler(Connection connection) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_backend_pid()")) {
      if (rows.next() && rows.getInt(1) != postgres.getBackendPID()) {
        postgres.setPrepareThreshold(0);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection openForSnapshot() throws SQLException {
    var connection = openForCopy();
    connection.setReadOnly(true);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection openForMigration() throws SQLException {
    return patient(open());
  }

  /// What is inserted in batches goes there many rows a statement.
  @Override
  public Connection openForCopy() throws SQLException {
    var properties = new Properties();
    PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
    var connection = patient(open(properties));
    connection.setAutoCommit(false);
    return connection;
  }

  private static Connection patient(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
    return connection;
  }

  /// A lock of the database, which goes with the transaction that is open from now on.
  @Override
  public Hold lockForMigration() throws SQLException {
    var connection = openForWriting();
    try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)");
        var forLong = connection.createStatement()) {
      lock.setLong(1, MIGRATION);
      while (!isTrue(lock)) {
        connection.rollback();
        Thread.sleep(LOOK_AGAIN);
      }
      forLong.execute("set local idle_in_transaction_session_timeout = 0");
      return connection::close;
    } catch (SQLException e) {
      connection.close();
      throw e;
    } catch (InterruptedException e) {
      connection.close();
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while another process changed the tables", e);
    }
  }

  @Override
  public Hold claim() {
    return () -> {}; // several servers may be at work
  }

  private static boolean isTrue(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
