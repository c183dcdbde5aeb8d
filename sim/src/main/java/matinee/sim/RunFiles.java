package matinee.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.rooms.Tracing;
import matinee.server.sql.Database;
import matinee.server.trace.LineTracing;
import matinee.wire.TraceLine;
import matinee.wire.TraceLines;

/// A folder with the database in which runs keep their rooms, one or many each. Gone when closed.
/// Safe for use by any thread.
final class RunFiles implements World.Files, AutoCloseable {
  private final Path folder;
  private final Optional<Path> traces;
  private final AtomicLong processes = new AtomicLong();
  private final Database database;
  private final Journal journal;
  private final AtomicLong rooms = new AtomicLong();

  RunFiles() {
    this(Optional.empty());
  }

  /// `traces` is the folder in which servers write what rooms do, if anywhere.
  RunFiles(Optional<Path> traces) {
    this.traces = traces;
    try {
      folder = Files.createTempDirectory("matinee-sim");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = Database.open(folder.resolve("matinee.db").toString(), (_, _) -> {});
    journal = new SqlJournal(database);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public RoomId nextRoom() {
    return new RoomId("room-of-a-bad-day-" + rooms.incrementAndGet());
  }

  /// In a file for each life of the server. Lines are written at once, so that the run follows from
  /// its seed alone, and none is lost with the process.
  @Override
  public Tracing tracing() {
    if (traces.isEmpty()) {
      return Tracing.OFF;
    }
    var file = traces.get().resolve("%09d.jsonl".formatted(processes.incrementAndGet()));
    return new LineTracing(
        made -> {
          write(file, made.get());
          return true;
        });
  }

  private static void write(Path file, List<TraceLine> lines) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.write(
          file,
          lines.stream().map(TraceLines::encode).toList(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
