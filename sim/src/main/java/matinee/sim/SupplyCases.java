package matinee.sim;

import static matinee.sim.RuleCases.after;
import static matinee.sim.RuleCases.when;

import java.util.List;
import matinee.room.Available;
import matinee.room.Cause;
import matinee.room.Command;
import matinee.room.Event;
import matinee.room.Playback;
import matinee.room.Stage;
import matinee.room.Wish;

/// How the rules of films on their way in show that they are at work.
final class SupplyCases {

  private SupplyCases() {}

  static List<RuleCases.Case> all() {
    return List.of(
        after("UP1", Event.FilmGrew.class),
        when("UP1", "all is there", seen -> seen.events().anyMatch(SupplyCases::isWhole)),
        when("UP2", "a seek goes to the end of what is there", SupplyCases::isCutShort),
        when(
            "UP3",
            "the line comes to the end of what is there",
            seen ->
                seen.command() instanceof Command.Tick
                    && seen.changed(Cause.FILM_AWAITED, Playback.Waiting.class)),
        when(
            "UP3",
            "there is enough to go on",
            seen -> seen.changed(Cause.FILM_CAME, Playback.Playing.class)),
        after("UP4", Event.FilmVanished.class));
  }

  private static boolean isWhole(Event event) {
    return event instanceof Event.FilmGrew(var available) && available == Available.All.ALL;
  }

  private static boolean isCutShort(RuleCases.Seen seen) {
    return seen.command() instanceof Command.Ask ask
        && ask.wish() instanceof Wish.Seek(long to)
        && seen.state().stage() instanceof Stage.Loaded loaded
        && loaded.available() instanceof Available.Until(long ms)
        && to > ms
        && seen.events().anyMatch(Event.PlaybackChanged.class::isInstance);
  }
}
