package matinee.server.library;

import java.time.Instant;
import java.util.OptionalLong;

/// A film on its way in, since `begun`, of which `come` is there. At `expires` it is removed,
/// unless more comes before; once it is finished the film called `id` is in the library, and only
/// what is known of the upload is removed. `actor` is the account that uploads, empty if there is
/// none. Whoever knows its [UploadKey] may go on with it.
public record Upload(
    FilmId id,
    String actor,
    String name,
    Come come,
    Instant begun,
    Instant expires,
    boolean isFinished) {

  /// Of `sizeBytes`, unknown while who sends it has not said it, the first `offsetBytes` are on the
  /// disk and stay there, and play for `availableMs`.
  public record Come(OptionalLong sizeBytes, long offsetBytes, long availableMs) {}

  public OptionalLong sizeBytes() {
    return come.sizeBytes();
  }

  public long offsetBytes() {
    return come.offsetBytes();
  }
}
