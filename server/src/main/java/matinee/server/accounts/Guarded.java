package matinee.server.accounts;

import java.time.Duration;

/// What came of something for which a password is asked.
public sealed interface Guarded<T> {

  /// The password was right, and this came of it.
  record Done<T>(T result) implements Guarded<T> {}

  /// The password was wrong, or there is nobody who could have had one.
  record Wrong<T>() implements Guarded<T> {}

  /// Too many passwords were tried; nobody looked whether this one is right. For `pause` none is
  /// looked at.
  record TooOften<T>(Duration pause) implements Guarded<T> {}
}
