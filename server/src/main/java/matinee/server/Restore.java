package matinee.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import matinee.server.journal.Epochs;
import matinee.server.library.FilmFolder;
import matinee.server.sql.Copy;
import matinee.server.sql.Database;

/// What a [Backup] put into the folder `from`, back into an empty database of any kind, and its
/// films. Whoever was in a room when it was older is told the whole room anew.
record Restore(Path from, Config.Storage storage) implements Errand {

  @Override
  public void run() throws IOException {
    var rooms = from.resolve(Backup.ROOMS);
    if (!Files.exists(rooms)) {
      throw new IOException(rooms + " is not there: name the folder of a backup");
    }
    checkSecret();
    Files.createDirectories(storage.data());
    int films = FilmFolder.copy(from.resolve(Backup.FILMS), storage.data().resolve(Backup.FILMS));
    System.out.printf("%d films copied%n", films);
    new Copy(rooms.toString(), storage.database(), System.out::println)
        .run(Epochs.renewing(new SecureRandom()), true);
    System.out.println("Everything is back: start the server.");
  }

  /// Beside a file the secret is made from the row, but only where there is none.
  private void checkSecret() throws IOException {
    var secret = storage.data().resolve(Backup.SECRET);
    if (!Database.isShared(storage.database()) && Files.exists(secret)) {
      throw new IOException(
          secret
              + " is there already, and the backup has its own: name another --data, or move it"
              + " away. Nothing was restored.");
    }
  }
}
