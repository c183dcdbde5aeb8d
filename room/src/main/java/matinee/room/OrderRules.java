package matinee.room;

import java.time.Instant;
import java.util.Optional;

/// Order in the room, who may come in and who may talk: rules OD and ME6.
final class OrderRules {

  private OrderRules() {}

  /// What keeps `id`, who has no place in the room, out of it.
  static Optional<Reason> barrier(RoomState state, MemberId id) {
    if (state.people().isBanned(id)) {
      return Optional.of(Reason.BANNED); // OD2
    }
    boolean owns =
        state.people().absent(id).filter(one -> one.standing() == Standing.OWNER).isPresent();
    if (state.settings().locked() && !owns) {
      return Optional.of(Reason.LOCKED); // OD4
    }
    return state.members().size() >= RoomState.CAPACITY
        ? Optional.of(Reason.ROOM_FULL) // ME6
        : Optional.empty();
  }

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

  static Outcome say(RoomState state, Member by, String text, Instant now) {
    if (by.rank().isSilent()) {
      return Outcome.refused(Reason.MUTED); // OD3
    }
    return state.mayChatFrom(by).filter(now::isBefore).isPresent()
        ? Outcome.refused(Reason.TOO_SOON) // CH2
        : Outcome.happens(new Event.Said(text)); // CH1
  }
}
