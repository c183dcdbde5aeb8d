package matinee.server.renditions;

/// How far a film is on its way to renditions.
public enum State {
  /// None are made of it here.
  NONE,
  /// Nobody has looked into it yet.
  NEW,
  /// It waits for its turn; what it holds is known.
  WAITING,
  /// They are being made.
  RUNNING,
  /// They are there.
  READY,
  /// There will be none.
  FAILED
}
