package matinee.room;

/// Could the member's player play now, and does the room hold for it if not?
public enum Readiness {
  /// It could play at the room's position.
  READY,
  /// It could not, and the room waits for it (GA2).
  BUFFERING,
  /// It could not, and the room goes on without it until it reports ready (LJ2, GA4).
  CATCHING_UP
}
