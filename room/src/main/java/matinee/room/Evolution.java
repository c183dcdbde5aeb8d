package matinee.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is true after an event: the only way in which a [RoomState] changes.
public final class Evolution {

  private Evolution() {}

  /// The state after `recorded`. Throws `IllegalStateException` unless it is the next event (OR1):
  /// a gap means that the caller has missed events and must fetch them first.
  public static RoomState evolve(RoomState state, Recorded recorded) {
    if (recorded.revision() != state.revision() + 1) {
      throw new IllegalStateException(
          "event " + recorded.revision() + " cannot follow revision " + state.revision());
    }
    var before =
        recorded.event() instanceof Event.MovedHere(_, long shiftMs)
            ? RegionRules.shifted(state, shiftMs)
            : state;
    var changed = withdrawn(apply(waited(before, recorded.at()), recorded), recorded.event());
    return new RoomState(
        recorded.revision(),
        recorded.at(),
        changed.stage(),
        changed.settings(),
        changed.people(),
        changed.agenda(),
        remember(state.answered(), recorded));
  }

  private static RoomState apply(RoomState state, Recorded recorded) {
    return switch (recorded.event()) {
      case Event.Joined(var id, var name) ->
          state.with(state.people().joined(id, name, recorded.at(), readinessOnArrival(state)));
      case Event.Lost(var id) ->
          state.changing(id, member -> member.with(new Contact.Lost(recorded.at())));
      case Event.Returned(var id) ->
          state.changing(
              id, member -> member.with(Contact.Here.HERE).with(readinessOnArrival(state)));
      case Event.Left(var id) -> left(state, id, false);
      case Event.Kicked(var id) -> left(state, id, false);
      case Event.Banned(var id) -> left(state, id, true);
      case Event.Unbanned(var id) -> state.with(state.people().unbanned(id));
      case Event.MutedChanged(var id, var muted) ->
          state.changing(id, member -> member.with(member.rank().muted(muted)));
      case Event.LockChanged(var locked) -> state.with(state.settings().locked(locked));
      case Event.SlowModeChanged(var slow) -> state.with(state.settings().with(slow));
      case Event.WritersChanged(var writers) -> state.with(state.settings().with(writers));
      case Event.DoorChanged(var door) -> state.with(state.settings().with(door));
      case Event.OwnerChanged(var owner) -> state.with(state.people().ownedBy(owner));
      case Event.Closed _ -> state.closed();
      case Event.GiantChanged(var giant) -> state.with(state.people().giant(giant));
      case Event.Renamed(var id, var name) -> state.changing(id, member -> member.named(name));
      case Event.HostChanged(var host) -> state.with(state.people().hostedBy(host));
      case Event.ControlChanged(var control) -> state.with(state.settings().with(control));
      case Event.Proposed(var id, var wish, var until) -> {
        var proposals = new ArrayList<>(state.withoutProposalOf(id).proposals());
        proposals.add(new Proposal(id, wish, recorded.revision(), until));
        yield state.with(proposals);
      }
      case Event.ProposalEnded(var id, var _) -> state.withoutProposalOf(id);
      case Event.GateChanged(var gate) -> state.with(state.settings().with(gate));
      case Event.ExcusedChanged(var id, var excused) ->
          state.changing(id, member -> member.with(member.grace().excused(excused)));
      case Event.StandingChanged(var id, var standing) ->
          state.changing(id, member -> member.with(member.rank().standing(standing)));
      case Event.MediaLoaded(var media) -> load(state, media, recorded.revision());
      case Event.LengthLearnt(var length) -> learn(state, length);
      case Event.FilmGrew(var available) -> grow(state, available);
      case Event.FilmVanished _ -> state.with(Stage.Idle.IDLE).with(state.queue().staying());
      case Event.PlaybackChanged changed ->
          change(state, changed.playback()).with(state.queue().staying());
      case Event.OfQueue event -> state.with(queue(state.queue(), event, recorded.revision()));
      case Event.ReadinessChanged(var id, var readiness) ->
          state.changing(id, member -> member.with(readiness));
      case Event.Said _ -> spoken(state, recorded);
      case Event.MovedAway(var to) ->
          state.with(state.settings().with(new Whereabouts.MovedTo(to)));
      case Event.OfLine _, Event.MovedHere _, Event.Refused _ -> state;
    };
  }

  private static RoomState spoken(RoomState state, Recorded recorded) {
    return switch (recorded.author()) {
      case Author.Room _ -> state;
      case Author.ByMember(var id, var _) ->
          state.changing(id, member -> member.spoke(recorded.at()));
    };
  }

  private static Queue queue(Queue queue, Event.OfQueue event, long revision) {
    return switch (event) {
      case Event.Queued(var member, var media) ->
          queue.plus(new QueueItem(revision, media, member, List.of()));
      case Event.Dequeued(long item) -> queue.without(item);
      case Event.QueueMoved(long item, int to) -> queue.moved(item, to);
      case Event.VoteChanged(var member, long item, boolean up) -> queue.voted(item, member, up);
      case Event.AutoAdvanceChanged(boolean on) -> queue.advancing(on);
      case Event.AdvanceScheduled(var due) -> queue.with(new Queue.Advance.At(due));
      case Event.AdvanceCancelled _ -> queue.staying();
    };
  }

  private static RoomState left(RoomState state, MemberId id, boolean banned) {
    return state
        .with(state.people().left(id, banned, state.settings().door().newcomers()))
        .with(state.queue().withoutVotesOf(id)); // QU3
  }

  /// AS3: what is proposed for a media, a control or a role that is no more is not proposed any
  /// more.
  private static RoomState withdrawn(RoomState state, Event event) {
    if (state.proposals().isEmpty()) {
      return state;
    }
    if (event instanceof Event.MediaLoaded
        || event instanceof Event.FilmVanished
        || event instanceof Event.ControlChanged) {
      return state.with(List.<Proposal>of());
    }
    return state.with(state.proposals().stream().filter(state::isOpen).toList());
  }

  /// GA7: whoever is waited for spends its grace, from one event to the next; nobody while the room
  /// waits for the film (UP3).
  private static RoomState waited(RoomState state, Instant now) {
    if (!(state.stage() instanceof Stage.Loaded loaded)
        || !(loaded.playback() instanceof Playback.Waiting waiting)
        || loaded.isShort()) {
      return state;
    }
    var until = now.isBefore(waiting.until()) ? now : waiting.until();
    var more = Duration.between(state.at(), until);
    if (more.isNegative() || more.isZero()) {
      return state;
    }
    var after = state;
    for (var late : state.waitedFor()) {
      after = after.changing(late.id(), one -> one.with(one.grace().spent(more, until)));
    }
    return after;
  }

  /// One command may have several events, one after the other; its revision is that of the first
  /// (ID1).
  private static Answered remember(Answered answered, Recorded recorded) {
    return switch (recorded.author()) {
      case Author.Room _ -> answered;
      case Author.ByMember(var member, var command) ->
          answered.endsWith(member, command)
              ? answered
              : answered.plus(
                  new Answered.Answer(
                      member, command, recorded.revision(), refusal(recorded.event())));
    };
  }

  /// ID6.
  private static Optional<Reason> refusal(Event event) {
    return event instanceof Event.Refused(var reason) ? Optional.of(reason) : Optional.empty();
  }

  /// LJ1, LJ2: a room at rest waits for a newcomer, a room in motion does not; a giant for nobody
  /// (GI2).
  private static Readiness readinessOnArrival(RoomState state) {
    if (state.people().giant()) {
      return Readiness.CATCHING_UP;
    }
    return switch (state.stage()) {
      case Stage.Idle _ -> Readiness.BUFFERING;
      case Stage.Loaded loaded ->
          loaded.playback() instanceof Playback.Paused
              ? Readiness.BUFFERING
              : Readiness.CATCHING_UP;
    };
  }

  static RoomState load(RoomState state, Media media, long revision) {
    var readiness = state.people().giant() ? Readiness.CATCHING_UP : Readiness.BUFFERING;
    return state
        .with(new Stage.Loaded(media, revision, new Playback.Paused(0, 1.0)))
        .with(state.people().changingAll(member -> member.with(readiness)))
        .with(state.queue().staying());
  }

  private static RoomState learn(RoomState state, Length.Known length) {
    return switch (state.stage()) {
      case Stage.Idle _ -> state;
      case Stage.Loaded loaded -> state.with(loaded.lasting(length));
    };
  }

  private static RoomState grow(RoomState state, Available available) {
    return switch (state.stage()) {
      case Stage.Idle _ -> state;
      case Stage.Loaded loaded -> state.with(loaded.with(available));
    };
  }

  private static RoomState change(RoomState state, Playback playback) {
    return switch (state.stage()) {
      case Stage.Idle _ -> state;
      case Stage.Loaded loaded -> state.with(loaded.with(playback));
    };
  }
}
