package matinee.room;

/// What a member is in a room, the highest first: it follows from the [Standing] and from who hosts
/// ([Rank#role]). What each role may do stands in [Action].
public enum Role {
  /// The first who ever entered the room, or to whom it was given (HO4, AC6).
  OWNER,
  /// The one who runs the evening (HO1).
  HOST,
  MEMBER,
  /// Takes part and does not choose what is watched.
  GUEST,
  /// Watches and does nothing else; nobody waits for a watcher.
  WATCHER;

  /// Does this role stand above `other`: may it do something to whoever has that (RI4)?
  public boolean isAbove(Role other) {
    return compareTo(other) < 0;
  }
}
