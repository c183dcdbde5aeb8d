package matinee.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// What is played next: rules QU.
final class QueueRules {
  /// How long the end of a film stands before the next one is loaded (QU5).
  static final Duration COUNTDOWN = Duration.ofSeconds(10);

  /// For how many films a member votes at a time (QU3).
  static final int MOST_VOTES = 10;

  private QueueRules() {}

  static Outcome add(RoomState state, MemberId by, List<Media> media) {
    return state.queue().items().size() + media.size() > Queue.MAX_ITEMS
        ? Outcome.refused(Reason.QUEUE_FULL) // QU1
        : new Outcome.Happens(media.stream().<Event>map(one -> new Event.Queued(by, one)).toList());
  }

  static Outcome remove(RoomState state, long id) {
    return onItem(state, id, _ -> Outcome.happens(new Event.Dequeued(id))); // QU2
  }

  static Outcome move(RoomState state, long id, int to) {
    return onItem(
        state,
        id,
        _ ->
            state.queue().moved(id, to).equals(state.queue())
                ? Outcome.refused(Reason.NO_CHANGE)
                : Outcome.happens(new Event.QueueMoved(id, to))); // QU2
  }

  static Outcome vote(RoomState state, MemberId by, long id, boolean up) {
    return onItem(
        state,
        id,
        item -> {
          if (item.votes().contains(by) == up) {
            return Outcome.refused(Reason.NO_CHANGE);
          }
          return up && state.queue().votesOf(by) >= MOST_VOTES
              ? Outcome.refused(Reason.VOTES_USED_UP)
              : Outcome.happens(new Event.VoteChanged(by, id, up)); // QU3
        });
  }

  static Outcome setAutoAdvance(RoomState state, boolean on) {
    return state.queue().autoAdvance() == on
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.AutoAdvanceChanged(on));
  }

  static Outcome stay(RoomState state) {
    return state.queue().due().isEmpty()
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.AdvanceCancelled());
  }

  /// QU4: who had not seen the loading of the present media meant another queue to go on with.
  static Outcome play(RoomState state, long id, long seen, Moment moment) {
    return state.stage() instanceof Stage.Loaded loaded && seen < loaded.loadedRevision()
        ? Outcome.refused(Reason.STALE)
        : onItem(state, id, item -> new Outcome.Happens(playing(state, item, moment)));
  }

  /// QU5: what follows when the media has ended at `now`.
  static List<Event> ended(RoomState state, Instant now) {
    var queue = state.queue();
    return queue.autoAdvance() && !queue.items().isEmpty()
        ? List.of(new Event.AdvanceScheduled(now.plus(COUNTDOWN)))
        : List.of();
  }

  /// QU5: goes on, if that is due and somebody is there.
  static List<Event> tick(RoomState state, Moment moment) {
    if (state.queue().due().filter(due -> !moment.now().isBefore(due)).isEmpty()) {
      return List.of();
    }
    return state.members().stream().anyMatch(Member::isHere)
        ? playing(state, state.queue().items().getFirst(), moment)
        : List.of(new Event.AdvanceCancelled());
  }

  /// GA3: whoever has to load it is waited for as the gate says.
  private static List<Event> playing(RoomState state, QueueItem item, Moment moment) {
    var loaded = Evolution.load(state, item.media(), state.revision());
    var playback =
        loaded.waitedFor().isEmpty()
            ? PlaybackRules.startAt(0, 1.0, moment)
            : GateRules.waitAt(loaded, 0, 1.0, moment.now());
    return List.of(
        new Event.Dequeued(item.id()),
        new Event.MediaLoaded(item.media()),
        new Event.PlaybackChanged(Cause.ADVANCED, playback));
  }

  private static Outcome onItem(RoomState state, long id, Function<QueueItem, Outcome> rule) {
    return state.queue().item(id).map(rule).orElseGet(() -> Outcome.refused(Reason.NO_SUCH_ITEM));
  }
}
