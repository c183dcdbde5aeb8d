package matinee.server.viewings;

/// Names a viewing, for good: 128 bits by chance, as 22 characters of `A-Z a-z 0-9 - _`.
public record ViewingId(String value) {}
