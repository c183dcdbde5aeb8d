package matinee.room;

/// What it depends on whether a role may do something (RI1).
public enum Right {
  ALWAYS,
  /// Where the room's [Control] leaves it to everyone.
  AS_CONTROL_SAYS,
  /// To those whose role is below the own one (RI4).
  ON_LOWER,
  NEVER
}
