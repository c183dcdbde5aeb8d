package matinee.room;

/// Whether a member may do something now (RI1).
public enum Grant {
  YES,
  /// It may propose it (AS1).
  ASK,
  NO
}
