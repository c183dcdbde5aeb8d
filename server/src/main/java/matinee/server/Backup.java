package matinee.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import matinee.server.access.SecretRow;
import matinee.server.library.FilmFolder;
import matinee.server.sql.Copy;
import matinee.server.sql.Database;
import matinee.server.sql.Query;

/// Everything that Matinee keeps, as it is at one moment, into the folder `to`, which must be empty
/// or not be there: what is in the database in a SQLite file, whatever database that is, and the
/// films. A server may be at work meanwhile.
record Backup(Config.Storage storage, Path to) implements Errand {
  static final String ROOMS = "matinee.db";
  static final String FILMS = "films";
  static final String SECRET = "secret";

  @Override
  public void run() throws IOException {
    checkEmpty();
    Files.createDirectories(to);
    new Copy(storage.database(), to.resolve(ROOMS).toString(), System.out::println)
        .run(secret(), true);
    // After the rooms, so that every film that they know of is there.
    int films = FilmFolder.copy(storage.data().resolve(FILMS), to.resolve(FILMS));
    System.out.printf(
        "%d films copied. %s has everything, and whoever reads it can make passes.%n", films, to);
  }

  private void checkEmpty() throws IOException {
    if (Files.exists(to)) {
      try (var there = Files.list(to)) {
        if (there.findAny().isPresent()) {
          throw new IOException(to + " is not empty: name a new folder. Nothing was copied.");
        }
      }
    }
  }

  private Query<Boolean> secret() throws IOException {
    return Database.isShared(storage.database())
        ? _ -> true
        : SecretRow.taking(storage.data().resolve(SECRET));
  }
}
