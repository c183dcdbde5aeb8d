package matinee.room;

/// On what a member takes part in the room.
public enum Device {
  /// Where the member watches: everyone has one.
  SCREEN,
  /// A second device beside it, a telephone for instance, which may only chat (CD1, CD2).
  COMPANION
}
