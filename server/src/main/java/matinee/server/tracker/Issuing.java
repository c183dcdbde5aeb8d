package matinee.server.tracker;

/// What comes of asking for an info hash.
public sealed interface Issuing {

  record Done(Issued issued) implements Issuing {}

  /// It is issued to somebody else.
  record Taken() implements Issuing {}

  /// The room has as many as it may.
  record TooMany() implements Issuing {}
}
