package matinee.server.mail;

/// What has become of a letter that was queued.
public enum Fate {
  /// It waits to be sent, or is just being sent.
  WAITING,
  /// A mail server has taken it.
  SENT,
  /// It was given up, or its addressee wants none.
  FAILED
}
