package matinee.server.library;

import java.util.Optional;

/// Bytes for an upload that belong behind its first `offset`, whose checksum is asked for where one
/// is given. `isWhole` says that they are the rest of the film, however many they are.
public record Piece(long offset, FilmBytes bytes, Optional<Checksum> checksum, boolean isWhole) {}
