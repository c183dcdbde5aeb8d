package matinee.room;

/// Who may write in a room's chat: say something, edit it, and give emojis (CH10). Others read
/// along. Whoever may not chat at all (RI1) may not, whoever may write.
public enum Writers {
  /// As in a new room.
  EVERYBODY,
  /// Guests read only.
  MEMBERS,
  /// The chat is for announcements.
  HOSTS;

  /// May whoever has `role` write?
  boolean include(Role role) {
    return switch (this) {
      case EVERYBODY -> true;
      case MEMBERS -> role.compareTo(Role.MEMBER) <= 0;
      case HOSTS -> role.compareTo(Role.HOST) <= 0;
    };
  }
}
