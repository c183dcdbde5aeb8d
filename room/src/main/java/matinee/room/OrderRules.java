package matinee.room;

/// Order in the room: rules OD.
final class OrderRules {

  private OrderRules() {}

  static Outcome kick(RoomState state, Member by, MemberId id) {
    return Rights.onLower(state, by, id, _ -> Outcome.happens(new Event.Kicked(id))); // OD1
  }

  static Outcome ban(RoomState state, Member by, MemberId id) {
    return Rights.onLower(
        state,
        by,
        id,
        _ ->
            state.people().isBanListFull()
                ? Outcome.refused(Reason.BAN_LIST_FULL)
                : Outcome.happens(new Event.Banned(id))); // OD2
  }

  static Outcome unban(RoomState state, MemberId id) {
    return state.people().isBanned(id)
        ? Outcome.happens(new Event.Unbanned(id)) // OD2
        : Outcome.refused(Reason.NO_CHANGE);
  }

  static Outcome setMuted(RoomState state, Member by, MemberId id, boolean muted) {
    return Rights.onLower(
        state,
        by,
        id,
        member ->
            member.rank().muted() == muted
                ? Outcome.refused(Reason.NO_CHANGE)
                : Outcome.happens(new Event.MutedChanged(id, muted))); // OD3
  }

  static Outcome setLocked(RoomState state, boolean locked) {
    return state.settings().locked() == locked
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.LockChanged(locked)); // OD4
  }

  static Outcome setSlowMode(RoomState state, SlowMode slow) {
    return state.settings().slow().equals(slow)
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.SlowModeChanged(slow)); // CH2
  }

  static Outcome setWriters(RoomState state, Writers writers) {
    return state.settings().writers() == writers
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.WritersChanged(writers)); // CH10
  }
}
