package matinee.sim;

import java.util.List;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Playback;
import matinee.room.Recorded;
import matinee.room.Wish;

/// What a command does first is what its author wished: the room goes where somebody sought, says
/// what somebody said.
final class WhatWasWished implements Invariant {

  @Override
  public void written(World world, List<Recorded> events) {
    for (var event : events) {
      if (event.author() instanceof Author.ByMember(var by, var command)) {
        world
            .ledger()
            .find(new Ledger.Key(by, command))
            .filter(made -> contradicts(made.wish(), event.event()))
            .ifPresent(
                made -> {
                  throw broken(made.wish() + " became " + event);
                });
      }
    }
  }

  private static boolean contradicts(Wish wish, Event event) {
    return switch (event) {
      case Event.Said(var text) -> !wish.equals(new Wish.Say(text));
      case Event.Renamed(_, var name) -> !wish.equals(new Wish.Rename(name));
      case Event.HostChanged(var host) -> !wish.equals(new Wish.HandOver(host));
      case Event.ControlChanged(var control) -> !wish.equals(new Wish.SetControl(control));
      case Event.StandingChanged(var member, var standing) ->
          !wish.equals(new Wish.SetStanding(member, standing));
      case Event.MediaLoaded(var media) -> !wish.equals(new Wish.Load(media));
      case Event.PlaybackChanged(var cause, var playback) -> misplaces(wish, cause, playback);
      default -> false;
    };
  }

  private static boolean misplaces(Wish wish, matinee.room.Cause cause, Playback playback) {
    return switch (cause) {
      case SEEKED -> !wish.equals(new Wish.Seek(standsAt(playback)));
      case PLAYED -> !(wish instanceof Wish.Play);
      case PAUSED -> !(wish instanceof Wish.Pause);
      case RATE_CHANGED -> !wish.equals(new Wish.SetRate(playback.rate()));
      case WAIT_STARTED, WAIT_ENDED, WAIT_EXPIRED, ENDED, ABANDONED -> false;
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
