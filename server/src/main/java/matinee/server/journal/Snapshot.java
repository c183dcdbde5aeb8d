package matinee.server.journal;

/// The state of a room after the event `revision`, as JSON text.
public record Snapshot(long revision, String body) {}
