package matinee.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;

/// `./dev bench migrate`: how long `./matinee migrate` takes for a million events of 10,000 rooms
/// that are in tables of the first version, and how long others wait meanwhile who read them.
///
/// Arguments: the folder of the repository, then `sqlite` or `postgresql`; both where none is
/// named.
public final class Migrate {
  private static final Archive ARCHIVE = new Archive(10_000, 100);
  private static final String READ =
      "select revision, at_ms, kind, body from event where room = ? and revision > 0"
          + " order by revision limit 100";

  private Migrate() {}

  public static void main(String[] arguments) throws Exception {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    var named = List.of(arguments).subList(1, arguments.length);
    for (var kind : named.isEmpty() ? List.of("sqlite", "postgresql") : named) {
      try (var scratch = Scratch.make();
          var database = FreshDatabase.of(kind, scratch.resolve("matinee.db"))) {
        var errand = new ErrandProcess(repository);
        var none = "--database=" + scratch.resolve("nothing.db");
        errand.run("migrate", none); // builds what is not built yet
        double nothing = errand.run("migrate", none);
        fill(repository, database);
        var reader = new Reader(database);
        double seconds = errand.run("migrate", "--database=" + database.address());
        var waits = reader.waits();
        System.out.printf(
            "| %s | %,d events of %,d rooms | %.1f s; %.1f s where there is nothing to do |"
                + " %,d reads of a room meanwhile: p50 %.1f ms, most %.1f ms |%n",
            database.name(),
            ARCHIVE.rows(),
            ARCHIVE.rooms(),
            seconds,
            nothing,
            waits.count(),
            waits.micros(0.5) / 1e3,
            waits.micros(1) / 1e3);
      }
    }
  }

  private static void fill(Path repository, FreshDatabase database) throws SQLException {
    Flyway.configure()
        .dataSource(database.url(), "postgres", "")
        .locations("filesystem:" + repository.resolve("server/src/main/resources/db/migration"))
        .target("1")
        .load()
        .migrate();
    try (var connection = database.connect()) {
      ARCHIVE.fill(connection);
    }
  }

  /// Somebody who reads the events of one room after the other, until asked how long that took.
  private static final class Reader {
    private final Percentiles waits = new Percentiles();
    private final AtomicBoolean done = new AtomicBoolean();
    private final FutureTask<Percentiles> reading;

    /// Begins at once.
    Reader(FreshDatabase database) {
      reading = new FutureTask<>(() -> read(database));
      Thread.ofPlatform().start(reading);
    }

    private Percentiles read(FreshDatabase database) throws SQLException {
      var chance = new Random(1);
      try (var connection = database.connect();
          var select = connection.prepareStatement(READ)) {
        while (!done.get()) {
          long start = System.nanoTime();
          select.setInt(1, 1 + chance.nextInt(ARCHIVE.rooms()));
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              rows.getString(4);
            }
          }
          waits.add(System.nanoTime() - start);
        }
      }
      return waits;
    }

    /// Ends; throws what reading has failed with.
    Percentiles waits() throws InterruptedException, ExecutionException {
      done.set(true);
      return reading.get();
    }
  }
}
