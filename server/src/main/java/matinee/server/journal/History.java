package matinee.server.journal;

import java.time.Instant;

/// The history of one room: `key` is what the journal calls it, `epoch` changes when history is put
/// back to an earlier state from a copy, `created` is when the room was made.
public record History(long key, RoomId id, String epoch, Instant created) {}
