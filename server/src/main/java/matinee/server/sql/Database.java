package matinee.server.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;

/// The database of a server, with one writer and four readers: a SQLite file, or a PostgreSQL
/// server. Blocks unless said otherwise: never for an event loop. Safe for use by any thread.
public final class Database implements AutoCloseable {
  private static final int READERS = 4;

  private final boolean isShared;
  private final Hold hold;
  private final Writer writer;
  private final Optional<Checkpointer> checkpointer;
  private final List<Session> readers = new ArrayList<>();
  private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(READERS);

  private Database(Store store, Hold hold, WriteMeter meter) throws SQLException {
    isShared = store instanceof PostgresServer;
    this.hold = hold;
    writer = new Writer(new Session(store::open), meter);
    checkpointer =
        store instanceof SqliteFile file
            ? Optional.of(new Checkpointer(new Session(file::open), writer))
            : Optional.empty();
    for (int i = 0; i < READERS; i++) {
      readers.add(new Session(store::openForReading));
    }
    idle.addAll(readers);
  }

  /// Throws `IllegalArgumentException`, with how to write it, when `address` is neither the path of
  /// a file nor the address of a PostgreSQL server.
  public static void checkAddress(String address) {
    var _ = Store.at(address);
  }

  /// May several servers use the database at `address` at once? Throws as [#checkAddress].
  public static boolean isShared(String address) {
    return Store.at(address) instanceof PostgresServer;
  }

  /// Opens the database at `address` and brings its tables up to date; a SQLite file is made if it
  /// is missing, and no other may open it so until this one is closed. Throws as [#checkAddress],
  /// and [DatabaseFailure] when it cannot be had.
  public static Database open(String address, WriteMeter meter) {
    var store = Store.at(address);
    try {
      return open(store, store.claim(), meter);
    } catch (SQLException e) {
      throw failure(store, e);
    }
  }

  /// As [#open], for whoever changes nothing that a server keeps in mind: one may be at work on it.
  public static Database openBesideServer(String address) {
    return open(Store.at(address), () -> {}, (_, _) -> {});
  }

  private static Database open(Store store, Hold hold, WriteMeter meter) {
    try {
      Migrations.run(store);
      return new Database(store, hold, meter);
    } catch (SQLException | FlywayException e) {
      release(hold);
      throw failure(store, e);
    }
  }

  /// Brings the tables of the database at `address` up to date and does nothing else; tells what
  /// was done. Several processes may do so at once. Throws as [#open].
  public static String migrate(String address) {
    var store = Store.at(address);
    try {
      var done = Migrations.run(store);
      return done.steps() == 0
          ? "%s is at version %s already.".formatted(store.name(), done.to())
          : "%s is at version %s now, and was at %s: %d migrations."
              .formatted(store.name(), done.to(), done.from(), done.steps());
    } catch (SQLException | FlywayException e) {
      throw failure(store, e);
    }
  }

  private static DatabaseFailure failure(Store store, Exception e) {
    return new DatabaseFailure("opening " + store.name() + ": " + e.getMessage(), e);
  }

  /// Runs `query` on a reading connection: it sees everything committed before.
  public <T> T read(Query<T> query) {
    try {
      var session = idle.take();
      try {
        return readOn(session, query);
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

  /// A connection may have broken while it lay idle: then the query is asked once more, on a new
  /// one.
  private static <T> T readOn(Session session, Query<T> query) throws SQLException {
    try {
      return query.on(session);
    } catch (SQLException e) {
      if (session.broke(e)) {
        return query.on(session);
      }
      throw e;
    }
  }

  /// Runs `query` in a transaction and waits for its commit. Changes of many callers share one
  /// transaction.
  public <T> T write(Query<T> query) {
    return write(0, query);
  }

  /// As [#write], for a change at a `place` that other servers change too, say a room: the changes
  /// of a transaction are made in the order of their places.
  public <T> T write(long place, Query<T> query) {
    return writer.write(place, query);
  }

  /// As [#write(long, Query)], for what has nothing to tell.
  public void change(long place, Writing writing) {
    var _ =
        write(
            place,
            session -> {
              writing.on(session);
              return true;
            });
  }

  /// As [#write], but waits only when asked for the result.
  public <T> Supplier<T> writeLater(long place, Query<T> query) {
    return writer.later(place, query);
  }

  /// As [#write], but never blocks. Fails with a [DatabaseFailure]; what it is told with is done on
  /// the thread that writes, and must not hold it up.
  public <T> CompletionStage<T> offer(long place, Query<T> query) {
    return writer.offer(place, query);
  }

  /// May other servers use it at the same time?
  public boolean isShared() {
    return isShared;
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
    checkpointer.ifPresent(Checkpointer::close);
    try {
      for (var reader : readers) {
        reader.close();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure("closing the database", e);
    }
    writer.close();
    release(hold);
  }

  private static void release(Hold hold) {
    try {
      hold.close();
    } catch (SQLException e) {
      throw new DatabaseFailure("giving the database free", e);
    }
  }
}
