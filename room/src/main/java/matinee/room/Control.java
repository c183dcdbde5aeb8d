package matinee.room;

/// Who may work the film and choose what comes next, for each way of doing so (RI1).
public record Control(
    ControlPolicy load,
    ControlPolicy playPause,
    ControlPolicy seek,
    ControlPolicy speed,
    ControlPolicy queue) {
  /// Everyone may do everything, as in a new room.
  public static final Control EVERYONE = all(ControlPolicy.EVERYONE);

  /// The same for each.
  public static Control all(ControlPolicy policy) {
    return new Control(policy, policy, policy, policy, policy);
  }

  /// Who may do `action`; everyone, if it is not about the film.
  ControlPolicy of(Action action) {
    return switch (action) {
      case LOAD -> load;
      case PLAY_PAUSE -> playPause;
      case SEEK -> seek;
      case SPEED -> speed;
      case QUEUE -> queue;
      case VOTE,
          CHAT,
          REMOVE_LINE,
          RENAME,
          EXCUSE,
          REPORT,
          SET_CONTROL,
          SET_GATE,
          HAND_OVER,
          SET_STANDING,
          KICK,
          BAN,
          UNBAN,
          MUTE,
          LOCK,
          SET_DOOR,
          SET_PASSWORD,
          GIVE_ROOM,
          CLOSE_ROOM,
          SET_SLOW_MODE,
          SET_WRITERS,
          MOVE_ROOM,
          ANSWER,
          WITHDRAW ->
          ControlPolicy.EVERYONE;
    };
  }
}
