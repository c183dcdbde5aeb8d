package matinee.server.access;

import java.time.Instant;
import matinee.server.journal.RoomId;

/// Whoever has `pass` for `room` may read the bytes of `film` until `until` (whole milliseconds),
/// as long as member and film stand in that room, and the pass is good.
public record FilmGrant(RoomId room, Pass pass, String film, Instant until) {}
