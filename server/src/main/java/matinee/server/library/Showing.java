package matinee.server.library;

/// A film as it can be read now: the first `thereBytes` of it, which are all once it `isWhole`.
public record Showing(Film film, long thereBytes, boolean isWhole) {}
