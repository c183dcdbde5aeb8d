package matinee.server.rooms;

/// Whose connection it is, for what is written down of what they do: `actor` as the audit trail
/// calls them, who come from the network address `origin`.
public record Caller(String actor, String origin) {}
