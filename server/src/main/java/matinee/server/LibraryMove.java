package matinee.server;

import java.io.IOException;
import matinee.server.library.FilmMove;
import matinee.server.library.Shelf;
import matinee.server.sql.Database;
import matinee.server.stores.StoreMeter;

/// Brings the films of the folder into the store.
record LibraryMove(Config.Storage storage) implements Errand {

  @Override
  public void run() throws IOException {
    try (var database = Database.openBesideServer(storage.database())) {
      var shelf = Shelf.of(storage, StoreMeter.NOBODY);
      try (var _ = shelf.store()) {
        int brought = new FilmMove(shelf, database, System.out::println).run();
        System.out.printf(
            "%,d films are in the store now, and no longer in the folder.%n", brought);
      }
    }
  }
}
