package matinee.server.library;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import matinee.server.sql.Database;
import matinee.server.stores.FolderStore;

/// Brings films that lie whole in the folder of a shelf into its store, each of which is removed
/// from the folder once the store has it. Stopped in the middle it goes on where it was. Used by
/// one thread.
public final class FilmMove {
  private final Shelf shelf;
  private final FilmRows rows;
  private final Consumer<String> saying;

  /// `saying` hears of each film that has come.
  public FilmMove(Shelf shelf, Database database, Consumer<String> saying) {
    this.shelf = shelf;
    this.rows = new FilmRows(database);
    this.saying = saying;
  }

  /// How many were brought. What belongs to no film stays where it is. Throws `IOException` when
  /// one cannot be read, or the store cannot be reached.
  public int run() throws IOException {
    int brought = 0;
    for (var found : new FolderStore(shelf.folder()).list().entrySet()) {
      var name = found.getKey();
      var film = FilmId.isWellFormed(name) ? rows.find(new FilmId(name)) : Optional.<Film>empty();
      if (film.filter(it -> it.sizeBytes() == found.getValue()).isPresent()) {
        var file = shelf.folder().resolve(name);
        shelf.store().put(name, file);
        Files.delete(file);
        saying.accept("%s  %s".formatted(name, film.get().title()));
        brought++;
      }
    }
    return brought;
  }
}
