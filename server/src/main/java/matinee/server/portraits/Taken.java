package matinee.server.portraits;

/// What came of a file of which a picture was to be made, a portrait or a poster.
public sealed interface Taken<T> {

  record Done<T>(T made) implements Taken<T> {}

  /// The file has more than [Studio#MAX_BYTES].
  record TooLarge<T>() implements Taken<T> {}

  /// It has more pixels than [Picture] allows.
  record TooManyPixels<T>() implements Taken<T> {}

  /// It is no whole PNG or JPEG.
  record Unreadable<T>() implements Taken<T> {}

  /// As many are made as may; this one was not read.
  record Busy<T>() implements Taken<T> {}

  /// Its sender went away.
  record BrokenOff<T>() implements Taken<T> {}
}
