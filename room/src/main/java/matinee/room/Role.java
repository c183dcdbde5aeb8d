package matinee.room;

/// What a member is in a room. Exactly one member is the host while anybody is in it (HO1).
public enum Role {
  HOST,
  MEMBER
}
