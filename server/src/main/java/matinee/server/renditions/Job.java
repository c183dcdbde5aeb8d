package matinee.server.renditions;

import java.util.Optional;
import matinee.server.library.FilmId;

/// A film that this server is at: looking into it, or making its renditions for the `attempts`-th
/// time. `claim` is made by chance for it.
record Job(FilmId film, String claim, int attempts, Optional<Probe> probe) {

  /// What its folder is called.
  String folder() {
    return film.value() + "." + claim;
  }
}
