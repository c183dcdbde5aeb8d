package matinee.room;

/// Who an event goes back to.
public sealed interface Author {

  /// A rule of the room: a deadline, a loss of connection, the opening.
  enum Room implements Author {
    ROOM
  }

  /// The command `command` of the member `member`.
  record ByMember(MemberId member, CommandId command) implements Author {}
}
