package matinee.sim;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import matinee.room.Answered;
import matinee.room.Decision;
import matinee.room.Event;
import matinee.room.Grace;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.People;
import matinee.room.Playback;
import matinee.room.Rank;
import matinee.room.Recorded;
import matinee.room.RoomState;

/// States and decisions with something wrong in them.
final class Altered {

  private Altered() {}

  /// As if `member` were the host.
  static RoomState hostedBy(RoomState state, MemberId member) {
    return members(
        state,
        one ->
            new Member(
                one.id(),
                one.name(),
                one.joinedAt(),
                new Rank(one.rank().standing(), one.id().equals(member), one.rank().muted()),
                one.readiness(),
                one.contact(),
                one.grace()));
  }

  /// As if the last one to come need not be waited for.
  static RoomState withoutTheLast(RoomState state) {
    if (state.members().isEmpty()) {
      return state;
    }
    var last = state.members().getLast();
    return members(
        state,
        one ->
            one.equals(last)
                ? new Member(
                    one.id(),
                    one.name(),
                    one.joinedAt(),
                    one.rank(),
                    one.readiness(),
                    one.contact(),
                    new Grace(true, one.grace().spentMs(), one.grace().at()))
                : one);
  }

  private static RoomState members(RoomState state, UnaryOperator<Member> change) {
    return with(state, state.members().stream().map(change).toList(), state.answered());
  }

  /// As if nothing had been answered yet.
  static RoomState withoutAnswers(RoomState state) {
    return with(state, state.members(), RoomState.NEW.answered());
  }

  private static RoomState with(RoomState state, List<Member> members, Answered answered) {
    return new RoomState(
        state.revision(),
        state.at(),
        state.stage(),
        state.settings(),
        new People(members, state.people().absent()),
        state.proposals(),
        answered);
  }

  /// With another playback wherever `other` says so, told the event and its time.
  static Decision playback(
      Decision decision, BiFunction<Event.PlaybackChanged, Instant, Playback> other) {
    return decision instanceof Decision.Accepted(var events)
        ? new Decision.Accepted(events.stream().map(event -> playback(event, other)).toList())
        : decision;
  }

  private static Recorded playback(
      Recorded event, BiFunction<Event.PlaybackChanged, Instant, Playback> other) {
    return event.event() instanceof Event.PlaybackChanged changed
        ? new Recorded(
            event.revision(),
            event.at(),
            event.author(),
            new Event.PlaybackChanged(changed.cause(), other.apply(changed, event.at())))
        : event;
  }
}
