package matinee.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A real PostgreSQL server on loopback with the database `matinee`, to be hurt.
final class Postgres implements AutoCloseable {
  private static final String DATABASE = "matinee";

  private final Path data;
  private final Path log;
  private final Optional<Disk> disk;
  private final boolean fsync;
  private final int port;
  private EmbeddedPostgres server;

  /// Starts one that keeps its files in `folder`, or on `disk`.
  Postgres(Path folder, Optional<Disk> disk) throws IOException, SQLException {
    this(disk.map(Disk::folder).orElse(folder).resolve("postgres"), folder, disk, false);
  }

  private Postgres(Path data, Path folder, Optional<Disk> disk, boolean fsync)
      throws IOException, SQLException {
    this.data = data;
    this.disk = disk;
    this.fsync = fsync;
    log = folder.resolve("postgres.log");
    port = Ports.free();
    server = launch();
    if (!hasDatabase()) {
      execute("create database " + DATABASE);
    }
  }

  /// One whose files are in `data`, or will be, and which waits for the disk at each commit. It
  /// logs to the folder `logs`.
  static Postgres on(Path data, Path logs) throws IOException, SQLException {
    return new Postgres(data, logs, Optional.empty(), true);
  }

  private EmbeddedPostgres launch() throws IOException {
    var said = ProcessBuilder.Redirect.appendTo(log.toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setServerConfig("fsync", fsync ? "on" : "off")
        .setServerConfig("max_connections", "300")
        .setServerConfig("max_wal_size", "128MB") // has room on a small disk
        .setServerConfig("synchronous_commit", "on") // else a kill would lose what was committed
        .setPGStartupWait(Duration.ofSeconds(60))
        .setErrorRedirector(said)
        .setOutputRedirector(said)
        .start();
  }

  private boolean hasDatabase() throws SQLException {
    try (var connection = connect("postgres");
        var found =
            connection
                .createStatement()
                .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
      return found.next();
    }
  }

  int port() {
    return port;
  }

  /// The database as a server reaches it at `throughPort`.
  static String address(int throughPort) {
    return "postgres://postgres@127.0.0.1:" + throughPort + "/" + DATABASE;
  }

  /// A connection of its own to the database, past every relay.
  Connection connect() throws SQLException {
    return connect(DATABASE);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
  }

  /// The disk that is its own. Throws `IllegalStateException` when it has none.
  Disk disk() {
    return disk.orElseThrow(() -> new IllegalStateException("the database has no disk of its own"));
  }

  boolean hasDisk() {
    return disk.isPresent();
  }

  /// How many connections servers of Matinee have to it.
  int connections() throws SQLException {
    try (var connection = connect();
        var found =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from pg_stat_activity where application_name = 'matinee'")) {
      found.next();
      return found.getInt(1);
    }
  }

  /// Copies its files to `copy`, while it stands still. What it had written and not synced is in
  /// the copy.
  void copyTo(Path copy) throws IOException {
    try (var files = Files.walk(data)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(data.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /// Starts it again if it has ended by itself.
  void restartIfEnded() throws IOException {
    long first = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    if (ProcessHandle.of(first).filter(ProcessHandle::isAlive).isEmpty()) {
      server.close();
      restart();
    }
  }

  /// Kills all its processes at once, as a machine that fails does.
  void kill() throws IOException {
    processes().forEach(pid -> Signals.send("KILL", pid));
    server.close();
  }

  /// Starts it again after [#kill].
  void restart() throws IOException {
    server = launch();
  }

  /// None of its processes does anything any more.
  void freeze() throws IOException {
    processes().forEach(pid -> Signals.send("STOP", pid));
  }

  void thaw() throws IOException {
    processes().forEach(pid -> Signals.send("CONT", pid));
  }

  /// The first process, then those that it has begun.
  private List<Long> processes() throws IOException {
    long first = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    var children = ProcessHandle.of(first).stream().flatMap(ProcessHandle::descendants);
    return Stream.concat(Stream.of(first), children.map(ProcessHandle::pid)).toList();
  }

  /// From now on every new transaction may only read, or may write again.
  void setReadOnly(boolean on) throws SQLException {
    execute("alter system set default_transaction_read_only = " + (on ? "on" : "off"));
    execute("select pg_reload_conf()");
  }

  /// Ends every connection to the database, as an operator would. Returns how many there were.
  int cutConnections() throws SQLException {
    try (var connection = connect("postgres");
        var ended =
            connection
                .createStatement()
                .executeQuery(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = '"
                        + DATABASE
                        + "'")) {
      ended.next();
      return ended.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
