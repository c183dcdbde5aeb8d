package matinee.server.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/// The database of a server: a SQLite file with one writer and four readers. Blocks: never for an
/// event loop. Safe for use by any thread.
public final class Database implements AutoCloseable {
  private static final int READERS = 4;

  private final Writer writer;
  private final Checkpointer checkpointer;
  private final List<Session> readers = new ArrayList<>();
  private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(READERS);

  private Database(SqliteFile file, WriteMeter meter) throws SQLException {
    writer = new Writer(new Session(file.open()), meter);
    checkpointer = new Checkpointer(new Session(file.open()), writer);
    for (int i = 0; i < READERS; i++) {
      readers.add(new Session(file.openForReading()));
    }
    idle.addAll(readers);
  }

  /// Opens the database in `file`, which is made if it is missing, and brings its tables up to
  /// date.
  public static Database open(Path file, WriteMeter meter) {
    var sqlite = new SqliteFile(file);
    try {
      Migrations.run(sqlite);
      return new Database(sqlite, meter);
    } catch (SQLException e) {
      throw new DatabaseFailure("opening " + file, e);
    }
  }

  /// Runs `query` on a reading connection: it sees everything committed before.
  public <T> T read(Query<T> query) {
    try {
      var session = idle.take();
      try {
        return query.on(session);
      } finally {
        idle.add(session);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFailure("interrupted before reading", e);
    } catch (SQLException e) {
      throw new DatabaseFailure("reading: " + e.getMessage(), e);
    }
  }

  /// Runs `query` in a transaction and waits for its commit. Changes of many callers share one
  /// transaction.
  public <T> T write(Query<T> query) {
    return writer.write(query);
  }

  /// As [#write], but waits only when asked for the result.
  public <T> Supplier<T> writeLater(Query<T> query) {
    return writer.later(query);
  }

  /// Can it be read now?
  public boolean answers() {
    try {
      return read(
          session -> {
            try (var rows = session.statement("select 1").executeQuery()) {
              return rows.next();
            }
          });
    } catch (DatabaseFailure _) {
      return false;
    }
  }

  /// Commits what waits, then closes every connection.
  @Override
  public void close() {
    checkpointer.close();
    try {
      for (var reader : readers) {
        reader.close();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure("closing the database", e);
    }
    writer.close();
  }
}
