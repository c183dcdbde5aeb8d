package matinee.wire;

/// How a member's player is doing, as presence tells it. Never part of the history.
public enum Condition {
  /// The film runs, or stands because the room stands.
  WATCHING,
  /// Loaded, and could begin.
  READY,
  /// Cannot continue.
  BUFFERING,
  /// The page is in the background, or the person has stepped out.
  AWAY,
  /// Has no film to show: none is loaded, or this one cannot be played here.
  NO_FILM,
  /// Not connected. Said by the one who keeps the room, never by the member.
  LOST
}
