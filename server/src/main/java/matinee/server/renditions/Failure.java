package matinee.server.renditions;

/// Why nothing was made of a film, or of a try.
public enum Failure {
  /// It cannot be read as what its first bytes say that it is.
  UNREADABLE,
  /// It has a kind of picture or sound that is not decoded here.
  UNKNOWN_CODEC,
  /// Its picture is larger, faster, or it has more tracks than is taken.
  TOO_MUCH,
  /// It took more memory than it may.
  OUT_OF_MEMORY,
  /// It took longer than it may.
  TOO_SLOW,
  /// The disk is full.
  NO_SPACE,
  /// What makes it ended early.
  BROKEN_OFF
}
