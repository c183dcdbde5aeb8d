package matinee.sim;

import java.util.List;
import matinee.room.Author;
import matinee.room.ControlPolicy;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Wish;

/// I5, rules RI, AS1 and CD2: no effect of a command whose author had no right to it where it was
/// made, and none that speaks for somebody else.
final class NothingWithoutRight implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    var states = world.chronicle().book().states();
    for (var event : events) {
      if (event.author() instanceof Author.ByMember(var by, var command)
          && !(event.event() instanceof Event.Refused)) {
        var before = states.get((int) event.revision() - 1);
        var made = world.ledger().find(new Ledger.Key(by, command));
        if (made.isEmpty()) {
          throw broken(event + " is nobody's command");
        }
        if (made.get().origin() == Ledger.Origin.COMPANION
            && !(made.get().wish() instanceof Wish.Say)) {
          throw broken(event + " was wished on a companion");
        }
        boolean isFirst =
            event.revision() == 1
                || !world
                    .chronicle()
                    .book()
                    .events()
                    .get((int) event.revision() - 2)
                    .author()
                    .equals(event.author());
        if (isFirst && !mayWish(before, by, made.get().wish(), event.event())) {
          throw broken(
              by + " had no right to " + made.get().wish() + " as " + event + " in " + before);
        }
        if (!speaksForItself(by, event.event())) {
          throw broken(event + " speaks for somebody else");
        }
      }
    }
  }

  /// `first` is what the wish has led to.
  private static boolean mayWish(RoomState state, MemberId by, Wish wish, Event first) {
    return state.member(by).filter(member -> may(state, member, wish, first)).isPresent();
  }

  private static boolean may(RoomState state, Member by, Wish wish, Event first) {
    boolean asks = first instanceof Event.Proposed;
    if (wish instanceof Wish.Dequeue(long item) && !asks && isAddedBy(state, by, item)) {
      return true;
    }
    return switch (by.role()) {
      case OWNER -> !asks && isOnLower(state, by, wish);
      case HOST -> !asks && isOnLower(state, by, wish) && !(wish instanceof Wish.GiveRoom);
      case MEMBER -> isOwnBusiness(wish) || hasAVoice(wish) || isShared(state, wish, asks);
      case GUEST ->
          isOwnBusiness(wish)
              || hasAVoice(wish)
              || (isOfGuests(wish) && isShared(state, wish, asks));
      case WATCHER -> isOwnBusiness(wish);
    };
  }

  private static boolean isAddedBy(RoomState state, Member by, long item) {
    return state.queue().items().stream()
        .anyMatch(one -> one.id() == item && one.by().equals(by.id()));
  }

  private static boolean hasAVoice(Wish wish) {
    return wish instanceof Wish.Say || wish instanceof Wish.OfLine || wish instanceof Wish.Vote;
  }

  private static boolean isOfGuests(Wish wish) {
    return wish instanceof Wish.Play || wish instanceof Wish.Pause || wish instanceof Wish.Seek;
  }

  /// Is the one to whom something is done, if there is one, below?
  private static boolean isOnLower(RoomState state, Member by, Wish wish) {
    return switch (wish) {
      case Wish.SetStanding(var member, _) -> isAbove(state, by, member);
      case Wish.Kick(var member) -> isAbove(state, by, member);
      case Wish.Ban(var member) -> isAbove(state, by, member);
      case Wish.SetMuted(var member, _) -> isAbove(state, by, member);
      default -> true;
    };
  }

  private static boolean isAbove(RoomState state, Member by, MemberId other) {
    return state.member(other).filter(one -> by.role().isAbove(one.role())).isPresent();
  }

  private static boolean isOwnBusiness(Wish wish) {
    return wish instanceof Wish.Rename
        || wish instanceof Wish.SetExcused
        || wish instanceof Wish.Withdraw
        || wish instanceof Wish.ReportReady
        || wish instanceof Wish.ReportBuffering
        || wish instanceof Wish.ReportUnable;
  }

  /// Is it something with the film that the room leaves to everyone, or to everyone who asks?
  private static boolean isShared(RoomState state, Wish wish, boolean asks) {
    var control = state.settings().control();
    var policy =
        switch (wish) {
          case Wish.Load _, Wish.PlayQueued _, Wish.Stay _ -> control.load();
          case Wish.Enqueue _, Wish.Dequeue _, Wish.MoveQueued _, Wish.SetAutoAdvance _ ->
              control.queue();
          case Wish.Play _, Wish.Pause _ -> control.playPause();
          case Wish.Seek _ -> control.seek();
          case Wish.SetRate _ -> control.speed();
          default -> ControlPolicy.HOST_ONLY;
        };
    return policy == (asks ? ControlPolicy.ASK : ControlPolicy.EVERYONE);
  }

  private static boolean speaksForItself(MemberId by, Event event) {
    return switch (event) {
      case Event.Renamed(var member, _) -> member.equals(by);
      case Event.ReadinessChanged(var member, _) -> member.equals(by);
      case Event.ExcusedChanged(var member, _) -> member.equals(by);
      case Event.VoteChanged(var member, _, _) -> member.equals(by);
      case Event.Proposed(var member, _, _) -> member.equals(by);
      case Event.Joined _, Event.Lost _, Event.Returned _, Event.Left _ -> false;
      default -> true;
    };
  }
}
