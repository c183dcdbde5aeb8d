package matinee.server.tracker;

import java.time.Instant;
import java.util.Optional;
import matinee.server.journal.RoomId;

/// An info hash that peers may meet by until `until`, and for as long as `room` is there, if it was
/// issued to one.
public record Issued(InfoHash hash, Optional<RoomId> room, Instant until) {}
