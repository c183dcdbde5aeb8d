package matinee.server.access;

import java.time.Instant;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;

/// `member` of `room` may read the bytes of `film` until `until` (whole milliseconds), as long as
/// both stand in that room.
public record FilmGrant(RoomId room, MemberId member, String film, Instant until) {}
