package matinee.wire;

import java.time.Instant;
import java.util.Optional;
import matinee.room.MemberId;

/// A member is connected to a server `since` this room time, in whole milliseconds; its player is
/// like this, if it has said so yet.
public record Seat(MemberId member, Instant since, Optional<Vitals> vitals) {}
