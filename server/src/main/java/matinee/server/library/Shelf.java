package matinee.server.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import matinee.server.Config;
import matinee.server.stores.FolderStore;
import matinee.server.stores.MeteredStore;
import matinee.server.stores.Store;
import matinee.server.stores.StoreMeter;

/// Where films lie: while they come as parts in `folder`, which all servers of a database share,
/// and whole in `store`.
public record Shelf(Path folder, Store store) {

  /// How many bytes go to a store elsewhere at once, as a part of a film.
  private static final long PART_BYTES = 16L << 20;

  /// That of a server with `storage`; `meter` is told what a store elsewhere is asked. Throws
  /// `IOException`, which says what to do, when the store does not let itself be used.
  public static Shelf of(Config.Storage storage, StoreMeter meter) throws IOException {
    var folder = storage.data().resolve("films");
    if (storage.store().isEmpty()) {
      return of(folder);
    }
    var store = storage.store().get().open(PART_BYTES);
    store.check();
    return new Shelf(
        Files.createDirectories(folder), new MeteredStore(store, meter, System::nanoTime));
  }

  /// All in one folder, which is made if it is missing.
  public static Shelf of(Path folder) throws IOException {
    return new Shelf(Files.createDirectories(folder), new FolderStore(folder));
  }

  /// All bytes of the film called `id` have come, and nobody knows it yet. Where a part has but to
  /// be given its name that waits until there is a row, so that the upload can go on if there will
  /// be none.
  void keep(FilmId id) throws IOException {
    if (!store.renamesParts()) {
      store.put(id.value(), part(id));
    }
  }

  /// The row of the film called `id` is there: nobody needs its part.
  void settle(FilmId id) throws IOException {
    if (!store.renamesParts()) {
      Files.deleteIfExists(part(id));
    }
  }

  /// Are the bytes of `film` there? A folder is looked into, and a part given its name that lacks
  /// nothing else; of another store that is believed which took them.
  boolean has(Film film) {
    var found = store.file(film.id().value());
    if (found.isEmpty()) {
      return true;
    }
    var file = found.get();
    if (Files.exists(file)) {
      return true;
    }
    var part = part(film.id());
    try {
      if (Files.exists(part) && Files.size(part) == film.sizeBytes()) {
        store.put(film.id().value(), part);
      }
      return Files.exists(file);
    } catch (IOException e) {
      if (Files.exists(file)) {
        return true; // another has just done the same
      }
      throw new UncheckedIOException("giving a film its name", e);
    }
  }

  /// Removes what there is of an upload that ended before its film was known.
  void remove(FilmId id) throws IOException {
    if (!store.renamesParts()) {
      store.delete(id.value());
    }
    Files.deleteIfExists(part(id));
  }

  /// What the part of the film called `id` is, if there is enough of it to tell.
  Optional<Format> formatOfPart(FilmId id) {
    try (var part = Files.newInputStream(part(id))) {
      return Formats.of(part.readNBytes(Formats.HEAD_BYTES));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("looking at a part", e);
    }
  }

  Path part(FilmId id) {
    return Part.file(folder, id);
  }
}
