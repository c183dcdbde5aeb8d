package matinee.server.journal;

/// What became of an attempt to append.
public enum Appended {
  /// The events are in the history.
  ACCEPTED,
  /// Somebody else was first: read what is new and decide again. Nothing was appended.
  CONFLICT
}
