package matinee.server.people;

/// What came of something that was to be done with other people.
public enum Answer {
  DONE,
  /// There is no such person, request or friend for who asks.
  UNKNOWN,
  /// It was meant for another than who asks.
  YOURSELF,
  /// Who asks has as many as one may have.
  TOO_MANY,
  /// The other has.
  TOO_MANY_THERE
}
