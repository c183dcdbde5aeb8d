package matinee.server.library;

/// How much there is of a film that may be on its way in.
public sealed interface Growth {

  /// It is on its way in, and plays so far, in ms from its start.
  record Coming(long availableMs) implements Growth {}

  /// It is in the library.
  record Whole() implements Growth {}

  /// It is neither in the library nor on its way there.
  record Gone() implements Growth {}
}
