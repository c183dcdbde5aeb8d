package matinee.server.titles;

/// Names a series, for good: 128 bits by chance, as 22 characters of `A-Z a-z 0-9 - _`.
public record SeriesId(String value) {}
