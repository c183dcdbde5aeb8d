package matinee.room;

/// Who may come in without having a place in the room (AC1).
public enum Access {
  /// Whoever likes: the room is listed.
  PUBLIC,
  /// Whoever has the link, as in a new room.
  LINK,
  /// Who is invited, or has had a place before.
  INVITED,
  /// Whoever has the link and the password.
  PASSWORD
}
