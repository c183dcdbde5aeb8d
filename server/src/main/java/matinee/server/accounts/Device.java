package matinee.server.accounts;

import java.time.Instant;

/// A device that is signed in to an account: since when, and when it last renewed that, to some
/// minutes.
public record Device(DeviceId id, DeviceName name, Instant created, Instant seen) {}
