package matinee.server.portraits;

/// What came of a file of which a portrait was to be made.
public sealed interface Taken {

  record Done(Squares squares) implements Taken {}

  /// The file has more than [Studio#MAX_BYTES].
  record TooLarge() implements Taken {}

  /// It has more pixels than [Picture] allows.
  record TooManyPixels() implements Taken {}

  /// It is no whole PNG or JPEG.
  record Unreadable() implements Taken {}

  /// As many are made as may; this one was not read.
  record Busy() implements Taken {}

  /// Its sender went away.
  record BrokenOff() implements Taken {}
}
