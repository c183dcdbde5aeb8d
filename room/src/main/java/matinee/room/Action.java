package matinee.room;

import static matinee.room.Right.ALWAYS;
import static matinee.room.Right.AS_CONTROL_SAYS;
import static matinee.room.Right.NEVER;
import static matinee.room.Right.ON_LOWER;

import java.util.List;

/// What members do in a room, and which [Role] has the right to it: the one table of rights (RI1).
/// The columns are the roles in their order, and last the companions of members: these may what
/// both the role of their member and the last column allow (CD2).
public enum Action {
  LOAD(ALWAYS, ALWAYS, AS_CONTROL_SAYS, NEVER, NEVER, NEVER),
  PLAY_PAUSE(ALWAYS, ALWAYS, AS_CONTROL_SAYS, AS_CONTROL_SAYS, NEVER, NEVER),
  SEEK(ALWAYS, ALWAYS, AS_CONTROL_SAYS, AS_CONTROL_SAYS, NEVER, NEVER),
  SPEED(ALWAYS, ALWAYS, AS_CONTROL_SAYS, NEVER, NEVER, NEVER),
  QUEUE(ALWAYS, ALWAYS, AS_CONTROL_SAYS, NEVER, NEVER, NEVER),
  VOTE(ALWAYS, ALWAYS, ALWAYS, ALWAYS, NEVER, NEVER),
  CHAT(ALWAYS, ALWAYS, ALWAYS, ALWAYS, NEVER, ALWAYS),
  REMOVE_LINE(ON_LOWER, ON_LOWER, NEVER, NEVER, NEVER, NEVER),
  RENAME(ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, NEVER),
  EXCUSE(ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, NEVER),
  REPORT(ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, NEVER),
  SET_CONTROL(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  SET_GATE(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  HAND_OVER(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  SET_STANDING(ON_LOWER, ON_LOWER, NEVER, NEVER, NEVER, NEVER),
  KICK(ON_LOWER, ON_LOWER, NEVER, NEVER, NEVER, NEVER),
  BAN(ON_LOWER, ON_LOWER, NEVER, NEVER, NEVER, NEVER),
  UNBAN(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  MUTE(ON_LOWER, ON_LOWER, NEVER, NEVER, NEVER, NEVER),
  LOCK(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  SET_SLOW_MODE(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  SET_WRITERS(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  SET_DOOR(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  /// Done beside the room, which does not know its password (AC2).
  SET_PASSWORD(ALWAYS, NEVER, NEVER, NEVER, NEVER, NEVER),
  GIVE_ROOM(ALWAYS, NEVER, NEVER, NEVER, NEVER, NEVER),
  CLOSE_ROOM(ALWAYS, NEVER, NEVER, NEVER, NEVER, NEVER),
  MOVE_ROOM(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  ANSWER(ALWAYS, ALWAYS, NEVER, NEVER, NEVER, NEVER),
  WITHDRAW(ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, NEVER);

  private final List<Right> rights;
  private final Right companion;

  Action(Right owner, Right host, Right member, Right guest, Right watcher, Right companion) {
    rights = List.of(owner, host, member, guest, watcher);
    this.companion = companion;
  }

  /// The right that whoever has `role` has to this.
  public Right of(Role role) {
    return rights.get(role.ordinal());
  }

  /// The right that `device` has to this, if the role of its member has it.
  public Right of(Device device) {
    return switch (device) {
      case SCREEN -> Right.ALWAYS;
      case COMPANION -> companion;
    };
  }

  /// What a member does whose wish this is.
  public static Action in(Wish wish) {
    return switch (wish) {
      case Wish.Load _, Wish.PlayQueued _, Wish.Stay _ -> LOAD;
      case Wish.Play _, Wish.Pause _ -> PLAY_PAUSE;
      case Wish.Seek _ -> SEEK;
      case Wish.SetRate _ -> SPEED;
      case Wish.Enqueue _, Wish.Dequeue _, Wish.MoveQueued _, Wish.SetAutoAdvance _ -> QUEUE;
      case Wish.Vote _ -> VOTE;
      case Wish.Say _, Wish.Edit _, Wish.React _ -> CHAT;
      case Wish.RemoveLine _ -> REMOVE_LINE;
      case Wish.Rename _ -> RENAME;
      case Wish.SetExcused _ -> EXCUSE;
      case Wish.ReportReady _, Wish.ReportBuffering _, Wish.ReportUnable _ -> REPORT;
      case Wish.SetControl _ -> SET_CONTROL;
      case Wish.SetGate _ -> SET_GATE;
      case Wish.HandOver _ -> HAND_OVER;
      case Wish.SetStanding _ -> SET_STANDING;
      case Wish.Kick _ -> KICK;
      case Wish.Ban _ -> BAN;
      case Wish.Unban _ -> UNBAN;
      case Wish.SetMuted _ -> MUTE;
      case Wish.SetLocked _ -> LOCK;
      case Wish.SetSlowMode _ -> SET_SLOW_MODE;
      case Wish.SetWriters _ -> SET_WRITERS;
      case Wish.SetDoor _ -> SET_DOOR;
      case Wish.GiveRoom _ -> GIVE_ROOM;
      case Wish.CloseRoom _ -> CLOSE_ROOM;
      case Wish.MoveRoom _ -> MOVE_ROOM;
      case Wish.Answer _ -> ANSWER;
      case Wish.Withdraw _ -> WITHDRAW;
    };
  }
}
