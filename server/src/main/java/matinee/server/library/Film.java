package matinee.server.library;

import java.time.Instant;

/// A film of the library. Its bytes never change.
public record Film(FilmId id, String title, Format format, long sizeBytes, Instant addedAt) {}
