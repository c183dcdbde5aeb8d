package matinee.server;

import java.io.IOException;
import java.util.Set;
import matinee.server.library.FilmCheck;
import matinee.server.library.Shelf;
import matinee.server.sql.Database;
import matinee.server.stores.StoreMeter;

/// Says whether each film is there with the bytes with which it was stored, and whether anything is
/// there besides; `isFast` looks at sizes alone.
record LibraryCheck(Config.Storage storage, boolean isFast) implements Errand {

  @Override
  public void run() throws IOException {
    try (var database = Database.openBesideServer(storage.database())) {
      var shelf = Shelf.of(storage, StoreMeter.NOBODY);
      try (var _ = shelf.store()) {
        tell(new FilmCheck(shelf, database, isFast).run());
      }
    }
  }

  private void tell(FilmCheck.Findings found) throws IOException {
    tell("missing", found.missing());
    tell("damaged", found.damaged());
    tell("of no film", found.stray());
    if (found.unsummed() > 0) {
      System.out.printf(
          "%,d films were stored before sums were kept: only their sizes were compared.%n",
          found.unsummed());
    }
    if (!found.isWell()) {
      var told =
          "of %,d films %,d are missing and %,d damaged, and %,d files belong to no film. Restore"
              + " films from a backup under the same names; what belongs to no film may be moved"
              + " away.";
      throw new IOException(
          told.formatted(
              found.films(), found.missing().size(), found.damaged().size(), found.stray().size()));
    }
    System.out.printf(
        "Films: %,d, each %s, and nothing besides.%n",
        found.films(), isFast ? "of its size" : "as it was stored");
  }

  private static void tell(String what, Set<String> names) {
    names.forEach(it -> System.out.printf("%-10s  %s%n", what, it));
  }
}
