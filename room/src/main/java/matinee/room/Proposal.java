package matinee.room;

import java.time.Instant;

/// A wish of the member `by` about the film that waits until room time `until` for an answer of the
/// host or the owner (AS1). `revision` is that of its event: its name.
public record Proposal(MemberId by, Wish.OfFilm wish, long revision, Instant until) {}
