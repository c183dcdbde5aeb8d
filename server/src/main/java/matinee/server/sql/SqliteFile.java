package matinee.server.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// The database file, and how it is opened: write-ahead log, foreign keys, a wait of 5 s for a
/// lock.
///
/// With `synchronous NORMAL` a commit survives the death of the process at once, and that of the
/// machine after the next checkpoint, which [Checkpointer] makes every 250 ms. No connection
/// checkpoints by itself.
record SqliteFile(Path path) implements Store {
  private static final int BUSY_TIMEOUT_MS = 5_000;

  @Override
  public Connection open() throws SQLException {
    return connect(new SQLiteConfig());
  }

  @Override
  public Connection openForReading() throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return connect(config);
  }

  @Override
  public String url() {
    return "jdbc:sqlite:" + path;
  }

  @Override
  public String name() {
    return path.toString();
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    var connection = config.createConnection(url());
    try (var statement = connection.createStatement()) {
      statement.execute("pragma wal_autocheckpoint = 0");
    }
    return connection;
  }
}
