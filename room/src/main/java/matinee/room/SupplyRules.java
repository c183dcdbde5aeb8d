package matinee.room;

import java.util.ArrayList;
import java.util.List;

/// A film that is watched while it is on its way in: rules UP.
final class SupplyRules {
  /// How much more than where it stands there must be for a room to go on (UP3), in ms of the film.
  static final long ENOUGH_MS = 10_000;

  private SupplyRules() {}

  /// UP1: of what is loaded there is so much now. There is never less than there was.
  static Outcome grow(RoomState state, MediaRef film, Available available, Moment moment) {
    return state.stage() instanceof Stage.Loaded loaded
            && loaded.media().ref().equals(film)
            && isMore(loaded.available(), available)
        ? new Outcome.Happens(grown(state, loaded, available, moment))
        : Outcome.refused(Reason.NO_CHANGE);
  }

  /// What nobody had said to be on its way in may be found to be so.
  private static boolean isMore(Available known, Available told) {
    return switch (known) {
      case Available.All _ -> told instanceof Available.Until;
      case Available.Until(long ms) ->
          switch (told) {
            case Available.All _ -> true;
            case Available.Until(long now) -> now > ms;
          };
    };
  }

  private static List<Event> grown(
      RoomState state, Stage.Loaded before, Available available, Moment moment) {
    var events = new ArrayList<Event>();
    events.add(new Event.FilmGrew(available));
    var after = before.with(available);
    switch (before.playback()) {
      case Playback.Paused _ -> {}
      case Playback.Playing(var line) -> {
        if (before.positionAt(moment.now()) > after.positionAt(moment.now())) {
          events.add(awaited(after, moment)); // somebody was quicker than who told it
        }
      }
      case Playback.Waiting _ -> {
        if (before.isShort() && !after.isShort()) {
          events.add(goingOn(state, after, moment));
        }
      }
    }
    return events;
  }

  /// UP3: as a play would, once enough is there, if anybody is.
  private static Event goingOn(RoomState state, Stage.Loaded loaded, Moment moment) {
    long from = loaded.positionAt(moment.now());
    double rate = loaded.playback().rate();
    var next =
        state.people().members().here() == 0
            ? GateRules.waitAt(state, from, rate, moment.now())
            : PlaybackRules.startOrWait(state, loaded, from, rate, moment);
    return new Event.PlaybackChanged(Cause.FILM_CAME, next);
  }

  /// UP3: the line has come to the end of what is there.
  static Event awaited(Stage.Loaded loaded, Moment moment) {
    return new Event.PlaybackChanged(
        Cause.FILM_AWAITED,
        waitAt(loaded.positionAt(moment.now()), loaded.playback().rate(), moment));
  }

  /// A wait for the film, which has no limit.
  static Playback.Waiting waitAt(long positionMs, double rate, Moment moment) {
    return new Playback.Waiting(positionMs, rate, moment.now(), moment.now());
  }

  /// UP4: the rest of what is loaded will not come, and what was there is gone.
  static Outcome vanish(RoomState state, MediaRef film) {
    return state.stage() instanceof Stage.Loaded loaded && loaded.media().ref().equals(film)
        ? Outcome.happens(new Event.FilmVanished())
        : Outcome.refused(Reason.NO_CHANGE);
  }
}
