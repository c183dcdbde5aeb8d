package matinee.server.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  @Override
  public Connection open() throws SQLException {
    return connect(new SQLiteConfig(), TransactionMode.IMMEDIATE);
  }

  @Override
  public Connection openForReading() throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return connect(config, TransactionMode.IMMEDIATE);
  }

  @Override
  public Connection openForSnapshot() throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    var connection = connect(config, TransactionMode.DEFERRED);
    connection.setAutoCommit(false);
    return connection;
  }

  /// A lock on a file of its own beside the database, for SQLite's are its own.
  @Override
  public Hold lockForMigration() throws SQLException {
    var file = beside(".lock");
    try {
      var channel = openToLock(file);
      while (!isLocked(channel)) {
        Thread.sleep(LOOK_AGAIN);
      }
      return () -> close(channel);
    } catch (IOException e) {
      throw new SQLException("cannot lock " + file + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while another process changed the tables", e);
    }
  }

  /// A lock as [#lockForMigration], on another file: it lasts as long as the server.
  @Override
  public Hold claim() throws SQLException {
    var file = beside(".server");
    try {
      var channel = openToLock(file);
      if (!isLocked(channel)) {
        close(channel);
        throw new SQLException("a server is at work on it: stop that one first");
      }
      return () -> close(channel);
    } catch (IOException e) {
      throw new SQLException("cannot lock " + file + ": " + e, e);
    }
  }

  private Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private static FileChannel openToLock(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // by another thread of this process
    }
  }

  private static void close(FileChannel channel) throws SQLException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new SQLException("unlocking", e);
    }
  }

  @Override
  public String name() {
    return path.toString();
  }

  private Connection connect(SQLiteConfig config, TransactionMode mode) throws SQLException {
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setTransactionMode(mode);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    var connection = config.createConnection("jdbc:sqlite:" + path);
    try (var statement = connection.createStatement()) {
      statement.execute("pragma wal_autocheckpoint = 0");
    }
    return connection;
  }
}
