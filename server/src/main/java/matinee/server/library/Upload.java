package matinee.server.library;

import java.time.Instant;
import java.util.OptionalLong;

/// A film on its way in: of `sizeBytes`, unknown while who sends it has not said it, the first
/// `offsetBytes` are on the disk and stay there. At `expires` it is removed, unless more comes
/// before; once it is finished the film called `id` is in the library, and only what is known of
/// the upload is removed. `actor` is the account that uploads, empty if there is none. Whoever
/// knows the id, which holds 128 bits of chance, may go on with it.
public record Upload(
    FilmId id,
    String actor,
    String name,
    OptionalLong sizeBytes,
    long offsetBytes,
    Instant expires,
    boolean isFinished) {}
