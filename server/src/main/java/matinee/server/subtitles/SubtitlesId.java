package matinee.server.subtitles;

/// Names subtitles that are offered, for good: 128 bits by chance, as 22 characters of `A-Z a-z 0-9
/// - _`.
public record SubtitlesId(String value) {}
