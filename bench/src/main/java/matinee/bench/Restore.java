package matinee.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `./dev bench restore`: how long `./matinee backup` takes for a SQLite database of a gigabyte,
/// and `./matinee restore` for putting that back.
///
/// Arguments: the folder of the repository, then into what it is restored, `sqlite` or
/// `postgresql`; both, each from a backup of its own, where none is named. `--rooms=N` is for fewer
/// than the 46,000 rooms of a hundred events each that make a gigabyte.
public final class Restore {
  private static final int ROOMS = 46_000;
  private static final int EVENTS = 100;

  private Restore() {}

  public static void main(String[] arguments) throws Exception {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    var words = new Words(arguments);
    var archive = new Archive(words.number("rooms", ROOMS), EVENTS);
    var named = words.others();
    var errand = new ErrandProcess(repository);
    for (var kind : named.isEmpty() ? List.of("sqlite", "postgresql") : named) {
      try (var scratch = Scratch.make();
          var target = FreshDatabase.of(kind, scratch.resolve("new.db"))) {
        var source = scratch.resolve("source");
        // Makes the tables, and the secret beside them.
        MatineeProcess.start(repository, MatineeProcess.freePort(), source).close();
        var file = source.resolve("matinee.db");
        try (var database = FreshDatabase.of("sqlite", file);
            var connection = database.connect()) {
          archive.fill(connection);
        }
        var backup = scratch.resolve("backup");
        double backingUp = errand.run("backup", "--data=" + source, "--to=" + backup);
        double restoring =
            errand.run(
                "restore",
                "--from=" + backup,
                "--data=" + scratch.resolve("restored"),
                "--database=" + target.address());
        System.out.printf(
            "| %s | %,d events, %.2f GB | backup %.1f s | restore %.1f s |%n",
            target.name(), archive.rows(), Files.size(file) / 1e9, backingUp, restoring);
      }
    }
  }
}
