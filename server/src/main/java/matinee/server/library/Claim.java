package matinee.server.library;

/// The right to write to one upload, which one request has at a time, of whatever server. `token`
/// is made by chance for it.
record Claim(FilmId upload, String token) {}
