package matinee.sim;

import static matinee.sim.RuleCases.after;
import static matinee.sim.RuleCases.refused;
import static matinee.sim.RuleCases.when;

import java.util.List;
import matinee.room.Command;
import matinee.room.Event;
import matinee.room.Reason;
import matinee.room.Wish;

/// How the rules of the queue show that they are at work.
final class QueueCases {

  private QueueCases() {}

  static List<RuleCases.Case> all() {
    return List.of(
        after("QU1", Event.Queued.class),
        after("QU2", Event.Dequeued.class),
        after("QU2", Event.QueueMoved.class),
        refused("QU2", Reason.NO_SUCH_ITEM),
        after("QU3", Event.VoteChanged.class),
        when(
            "QU4",
            "played now",
            seen -> seen.isWish(Wish.PlayQueued.class) && seen.has(Event.MediaLoaded.class)),
        when(
            "QU4",
            "somebody else went on first",
            seen -> seen.isWish(Wish.PlayQueued.class) && seen.isRefused(Reason.STALE)),
        when(
            "QU5",
            "goes on by itself",
            seen -> seen.command() instanceof Command.Tick && seen.has(Event.MediaLoaded.class)),
        after("QU5", Event.AutoAdvanceChanged.class),
        after("QU5", Event.AdvanceScheduled.class),
        after("QU5", Event.AdvanceCancelled.class));
  }
}
