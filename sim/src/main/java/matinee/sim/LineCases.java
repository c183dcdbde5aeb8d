package matinee.sim;

import static matinee.sim.RuleCases.after;
import static matinee.sim.RuleCases.refused;
import static matinee.sim.RuleCases.when;

import java.util.List;
import java.util.function.Predicate;
import matinee.room.Command;
import matinee.room.Event;
import matinee.room.Reason;
import matinee.room.Regards;
import matinee.room.Wish;

/// How the rules of lines in the chat show that they are at work.
final class LineCases {

  private LineCases() {}

  static List<RuleCases.Case> all() {
    return List.of(
        after("CH3", Event.LineEdited.class),
        refused("CH3", Reason.NO_SUCH_LINE),
        when(
            "CH3",
            "what somebody else said is not edited",
            seen -> seen.isWish(Wish.Edit.class) && seen.isRefused(Reason.NOT_ALLOWED)),
        removed("its author removes it", true),
        removed("somebody above removes it", false),
        when(
            "CH4",
            "nobody else does",
            seen -> seen.isWish(Wish.RemoveLine.class) && seen.isRefused(Reason.NOT_ALLOWED)),
        said("answers a line", regards -> regards.to().isPresent()),
        said("mentions somebody", regards -> !regards.mentions().isEmpty()),
        said("names a place of the film", regards -> regards.positionMs().isPresent()),
        reacted("given", true),
        reacted("taken back", false));
  }

  private static RuleCases.Case removed(String prose, boolean isOwn) {
    return when(
        "CH4",
        prose,
        seen ->
            seen.command() instanceof Command.Ask ask
                && seen.events()
                    .anyMatch(
                        event ->
                            event instanceof Event.LineRemoved(_, var member)
                                && member.equals(ask.by()) == isOwn));
  }

  private static RuleCases.Case said(String prose, Predicate<Regards> isSo) {
    return when(
        "CH5",
        prose,
        seen ->
            seen.events()
                .anyMatch(
                    event -> event instanceof Event.Said(_, var regards) && isSo.test(regards)));
  }

  private static RuleCases.Case reacted(String prose, boolean on) {
    return when(
        "CH6",
        prose,
        seen ->
            seen.events()
                .anyMatch(event -> event instanceof Event.Reacted(_, _, boolean is) && is == on));
  }
}
