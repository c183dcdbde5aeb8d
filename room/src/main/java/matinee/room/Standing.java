package matinee.room;

/// What somebody is in a room whoever hosts it, the highest first; kept while the person is away
/// (RI5).
public enum Standing {
  OWNER,
  MEMBER,
  GUEST,
  WATCHER
}
