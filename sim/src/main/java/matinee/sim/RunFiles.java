package matinee.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqliteJournal;
import matinee.server.sql.Database;

/// A folder with the database in which runs keep their rooms, one or many each. Gone when closed.
/// Safe for use by any thread.
final class RunFiles implements World.Files, AutoCloseable {
  private final Path folder;
  private final Database database;
  private final Journal journal;
  private final AtomicLong rooms = new AtomicLong();

  RunFiles() {
    try {
      folder = Files.createTempDirectory("matinee-sim");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = Database.open(folder.resolve("matinee.db"), (_, _) -> {});
    journal = new SqliteJournal(database);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public RoomId nextRoom() {
    return new RoomId("room-of-a-bad-day-" + rooms.incrementAndGet());
  }

  @Override
  public void close() {
    database.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(RunFiles::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
