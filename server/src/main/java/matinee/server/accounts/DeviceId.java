package matinee.server.accounts;

/// Names a device that is or was signed in: 128 bits by chance, as 22 characters of `A-Z a-z 0-9 -
/// _`. A device that signs in again has a new one.
public record DeviceId(String value) {}
