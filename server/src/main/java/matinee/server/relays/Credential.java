package matinee.server.relays;

import java.time.Instant;

/// What a relay lets somebody in by until `until`: a user's name and a password. Neither tells the
/// secret of the relay.
public record Credential(String username, String password, Instant until) {}
