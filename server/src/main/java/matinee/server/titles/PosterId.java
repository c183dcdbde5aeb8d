package matinee.server.titles;

/// By which a poster that an owner chose is seen, by whoever knows it: 128 bits by chance, as 22
/// characters of `A-Z a-z 0-9 - _`. Another poster has another one.
public record PosterId(String value) {}
