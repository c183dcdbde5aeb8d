package matinee.sim;

import java.util.List;
import matinee.room.Author;
import matinee.room.Available;
import matinee.room.Cause;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.ProposalEnd;
import matinee.room.Recorded;
import matinee.room.Stage;
import matinee.room.Wish;

/// What a command does first is what its author wished: the room goes where somebody sought, says
/// what somebody said. Who accepts a proposal wishes what was proposed.
final class WhatWasWished implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    for (var event : events) {
      if (event.author() instanceof Author.ByMember(var by, var command)) {
        world
            .ledger()
            .find(new Ledger.Key(by, command))
            .map(Ledger.Made::wish)
            .filter(wish -> contradicts(world.chronicle().book(), wish, event.event()))
            .ifPresent(
                wish -> {
                  throw broken(wish + " became " + event);
                });
      }
    }
  }

  private static boolean contradicts(Chronicle.Book book, Wish wish, Event event) {
    return switch (event) {
      case Event.PlaybackChanged(Cause cause, var playback)
          when cause == Cause.SEEKED && standsAt(playback) == end(book) ->
          !(wish(book, wish) instanceof Wish.Seek(long to) && to >= standsAt(playback)); // UP2
      case Event.MediaLoaded _, Event.PlaybackChanged _, Event.OfQueue _ ->
          contradicts(wish(book, wish), event);
      case Event.ProposalEnded(var member, var end) -> !ends(wish, member, end);
      default -> contradicts(wish, event);
    };
  }

  /// What is done: what is accepted, where somebody answers.
  private static Wish wish(Chronicle.Book book, Wish wish) {
    return wish instanceof Wish.Answer answer ? asked(book, answer) : wish;
  }

  /// Where what is there of the film ends, if it is on its way in; -1 if it is not.
  private static long end(Chronicle.Book book) {
    return book.last().stage() instanceof Stage.Loaded loaded
            && loaded.available() instanceof Available.Until(long ms)
        ? ms
        : -1;
  }

  /// What somebody asked for whom this is the answer to; the answer itself, if nobody did.
  private static Wish asked(Chronicle.Book book, Wish.Answer answer) {
    return answer.accepted()
            && answer.proposal() > 0
            && answer.proposal() <= book.events().size()
            && book.events().get((int) answer.proposal() - 1).event()
                instanceof Event.Proposed(var by, var wish, _)
            && by.equals(answer.member())
        ? wish
        : answer;
  }

  private static boolean ends(Wish wish, MemberId member, ProposalEnd end) {
    return switch (end) {
      case ACCEPTED ->
          wish instanceof Wish.Answer(var of, _, boolean yes) && yes && of.equals(member);
      case DECLINED ->
          wish instanceof Wish.Answer(var of, _, boolean yes) && !yes && of.equals(member);
      case WITHDRAWN -> wish instanceof Wish.Withdraw;
      case EXPIRED -> false;
    };
  }

  private static boolean contradicts(Wish wish, Event event) {
    return switch (event) {
      case Event.Said(var text, var regards) -> !wish.equals(new Wish.Say(text, regards));
      case Event.LineEdited(long line, var text, var mentions) ->
          !wish.equals(new Wish.Edit(line, text, mentions));
      case Event.LineRemoved(long line, _) -> !wish.equals(new Wish.RemoveLine(line));
      case Event.Reacted(long line, var emoji, boolean on) ->
          !wish.equals(new Wish.React(line, emoji, on));
      case Event.Renamed(_, var name) -> !wish.equals(new Wish.Rename(name));
      case Event.HostChanged(var host) -> !wish.equals(new Wish.HandOver(host));
      case Event.ControlChanged(var control) -> !wish.equals(new Wish.SetControl(control));
      case Event.GateChanged(var gate) -> !wish.equals(new Wish.SetGate(gate));
      case Event.ExcusedChanged(_, boolean is) -> !wish.equals(new Wish.SetExcused(is));
      case Event.StandingChanged(var member, var standing) ->
          !wish.equals(new Wish.SetStanding(member, standing));
      case Event.Kicked(var member) -> !wish.equals(new Wish.Kick(member));
      case Event.Banned(var member) -> !wish.equals(new Wish.Ban(member));
      case Event.Unbanned(var member) -> !wish.equals(new Wish.Unban(member));
      case Event.MutedChanged(var member, boolean is) ->
          !wish.equals(new Wish.SetMuted(member, is));
      case Event.DoorChanged(var door) -> !wish.equals(new Wish.SetDoor(door));
      case Event.OwnerChanged(var owner) -> !wish.equals(new Wish.GiveRoom(owner));
      case Event.Closed _ -> !wish.equals(new Wish.CloseRoom());
      case Event.MovedAway(var to) -> !wish.equals(new Wish.MoveRoom(to));
      case Event.SlowModeChanged(var slow) -> !wish.equals(new Wish.SetSlowMode(slow));
      case Event.WritersChanged(var writers) -> !wish.equals(new Wish.SetWriters(writers));
      case Event.LockChanged(boolean is) -> !wish.equals(new Wish.SetLocked(is));
      case Event.Proposed(_, var asked, _) -> !wish.equals(asked);
      case Event.MediaLoaded(var media) ->
          !wish.equals(new Wish.Load(media)) && !(wish instanceof Wish.PlayQueued);
      case Event.OfQueue ofQueue -> contradicts(wish, ofQueue);
      case Event.PlaybackChanged(var cause, var playback) -> misplaces(wish, cause, playback);
      default -> false;
    };
  }

  private static boolean contradicts(Wish wish, Event.OfQueue event) {
    return switch (event) {
      case Event.Queued(_, var media) ->
          !(wish instanceof Wish.Enqueue(var wished) && wished.contains(media));
      case Event.Dequeued(long item) ->
          !wish.equals(new Wish.Dequeue(item)) && !wish.equals(new Wish.PlayQueued(item));
      case Event.QueueMoved(long item, int to) -> !wish.equals(new Wish.MoveQueued(item, to));
      case Event.VoteChanged(_, long item, boolean up) -> !wish.equals(new Wish.Vote(item, up));
      case Event.AutoAdvanceChanged(boolean on) -> !wish.equals(new Wish.SetAutoAdvance(on));
      case Event.AdvanceCancelled _ -> !wish.equals(new Wish.Stay());
      case Event.AdvanceScheduled _ -> true;
    };
  }

  private static boolean misplaces(Wish wish, Cause cause, Playback playback) {
    return switch (cause) {
      case SEEKED -> !wish.equals(new Wish.Seek(standsAt(playback)));
      case PLAYED -> !(wish instanceof Wish.Play);
      case PAUSED -> !(wish instanceof Wish.Pause);
      case ADVANCED -> !(wish instanceof Wish.PlayQueued);
      case RATE_CHANGED -> !wish.equals(new Wish.SetRate(playback.rate()));
      case WAIT_STARTED, WAIT_ENDED, WAIT_EXPIRED, FILM_AWAITED, FILM_CAME, ENDED, ABANDONED ->
          false;
    };
  }

  private static long standsAt(Playback playback) {
    return switch (playback) {
      case Playback.Paused(long at, _) -> at;
      case Playback.Waiting(long at, _, _, _) -> at;
      case Playback.Playing(var line) -> line.anchorPositionMs();
    };
  }
}
