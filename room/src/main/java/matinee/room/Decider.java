package matinee.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Decides commands: the one place where something may be refused.
public final class Decider {

  private Decider() {}

  /// What `command` does to a room in `state` at `moment`. Changes nothing; the events take effect
  /// when they are in the history and [Evolution#evolve] has been applied to each.
  public static Decision decide(RoomState state, Command command, Moment moment) {
    var due = notBefore(state, moment);
    var now = due.now();
    return switch (command) {
      case Command.Ask ask -> decideAsk(state, ask, due);
      case Command.Arrive arrival -> RegionRules.arrive(state, arrival, moment.now());
      case Command _ when state.isOver() -> new Decision.Rejected(state.end().orElseThrow());
      case Command.Open(var media) ->
          state.revision() == 0
              ? record(state, Author.Room.ROOM, due, Outcome.happens(new Event.MediaLoaded(media)))
              : new Decision.Rejected(Reason.NO_CHANGE);
      case Command.Enter(var member, var name, var credential) ->
          record(state, Author.Room.ROOM, due, MemberRules.enter(state, member, name, credential));
      case Command.Lose(var member) ->
          record(state, Author.Room.ROOM, due, MemberRules.lose(state, member));
      case Command.Leave(var member) ->
          record(state, Author.Room.ROOM, due, MemberRules.leave(state, member, now));
      case Command.Grow(var film, var available) ->
          record(state, Author.Room.ROOM, due, SupplyRules.grow(state, film, available, due));
      case Command.Vanish(var film) ->
          record(state, Author.Room.ROOM, due, SupplyRules.vanish(state, film));
      case Command.Tick _ -> record(state, Author.Room.ROOM, due, GateRules.tick(state, due));
      case Command.Interrupt(var since) ->
          record(state, Author.Room.ROOM, due, PlaybackRules.interrupt(state, since, now));
    };
  }

  /// What becomes of `ask`, which [#decide] would accept, where something outside of the room
  /// refuses it for `reason`.
  public static Decision refuse(RoomState state, Command.Ask ask, Reason reason, Moment moment) {
    return refused(state, ask, new Decision.Rejected(reason), notBefore(state, moment));
  }

  /// OR2.
  private static Moment notBefore(RoomState state, Moment moment) {
    return moment.now().isBefore(state.at()) ? new Moment(state.at(), moment.lead()) : moment;
  }

  private static Decision decideAsk(RoomState state, Command.Ask ask, Moment moment) {
    var earlier = state.answered().of(ask.by(), ask.id());
    if (earlier.isPresent()) {
      return answeredBefore(earlier.get());
    }
    var end = state.end();
    if (end.isPresent()) {
      return new Decision.Rejected(end.get()); // RG1, AC7, which every copy of it will be here
    }
    if (ask.seen() < state.answered().horizon()) {
      return new Decision.Rejected(Reason.STALE); // ID5, which every copy of it will be
    }
    var decision = decideNew(state, ask, moment);
    return decision instanceof Decision.Rejected refusal
        ? refused(state, ask, refusal, moment)
        : decision;
  }

  private static Decision answeredBefore(Answered.Answer answer) {
    return answer
        .refusal()
        .<Decision>map(Decision.Rejected::new) // ID6
        .orElseGet(() -> new Decision.Repeated(answer.revision())); // ID1
  }

  /// ID6: what was sent again is refused in the history.
  private static Decision refused(
      RoomState state, Command.Ask ask, Decision.Rejected refusal, Moment moment) {
    if (!ask.again()) {
      return refusal;
    }
    var author = new Author.ByMember(ask.by(), ask.id());
    var refused = new Event.Refused(refusal.reason());
    var event = new Recorded(state.revision() + 1, moment.now(), author, refused);
    return new Decision.Rejected(refusal.reason(), List.of(event));
  }

  private static Decision decideNew(RoomState state, Command.Ask ask, Moment moment) {
    if (ask.seen() > state.revision()) {
      return new Decision.Rejected(Reason.STALE); // ID5
    }
    var author = new Author.ByMember(ask.by(), ask.id());
    return state
        .member(ask.by())
        .map(by -> record(state, author, moment, outcome(state, by, ask, moment)))
        .orElseGet(() -> new Decision.Rejected(Reason.NOT_A_MEMBER)); // RI3
  }

  private static Outcome outcome(RoomState state, Member by, Command.Ask ask, Moment moment) {
    var action = action(state, by, ask);
    var grant = state.grant(by, action);
    if (grant != state.grant(by, ask.device(), action)) {
      return Outcome.refused(Reason.NOT_ON_COMPANION); // CD2
    }
    return switch (grant) {
      case NO -> Outcome.refused(Reason.NOT_ALLOWED); // RI1
      case YES -> granted(state, by, ask, moment);
      case ASK ->
          ask.wish() instanceof Wish.OfFilm wish
              ? AskRules.propose(
                  state, by, wish, film(state, by.id(), wish, ask.seen(), moment), moment.now())
              : Outcome.refused(Reason.NOT_ALLOWED);
    };
  }

  /// QU2: to take out what one has added oneself is to take back what one has said. CH4: to remove
  /// what one has said oneself belongs to chatting.
  private static Action action(RoomState state, Member by, Command.Ask ask) {
    if (ask.wish() instanceof Wish.Dequeue(long id)
        && state.queue().item(id).filter(item -> item.by().equals(by.id())).isPresent()) {
      return Action.WITHDRAW;
    }
    return ask.wish() instanceof Wish.RemoveLine
            && ask.cited().filter(line -> line.by().equals(by.id())).isPresent()
        ? Action.CHAT
        : Action.in(ask.wish());
  }

  private static Outcome granted(RoomState state, Member by, Command.Ask ask, Moment moment) {
    return switch (ask.wish()) {
      case Wish.OfFilm wish -> film(state, by.id(), wish, ask.seen(), moment);
      case Wish.Vote(long item, boolean up) -> QueueRules.vote(state, by.id(), item, up);
      case Wish.SetControl(var control) -> MemberRules.setControl(state, control);
      case Wish.SetGate(var gate) -> GateRules.setGate(state, gate);
      case Wish.SetExcused(boolean excused) -> GateRules.setExcused(by, excused);
      case Wish.SetStanding(var member, var standing) ->
          MemberRules.setStanding(state, by, member, standing);
      case Wish.HandOver(var to) -> MemberRules.handOver(state, to);
      case Wish.Kick(var member) -> OrderRules.kick(state, by, member);
      case Wish.Ban(var member) -> OrderRules.ban(state, by, member);
      case Wish.Unban(var member) -> OrderRules.unban(state, member);
      case Wish.SetMuted(var member, boolean muted) ->
          OrderRules.setMuted(state, by, member, muted);
      case Wish.SetLocked(boolean locked) -> OrderRules.setLocked(state, locked);
      case Wish.Answer answer -> answered(state, answer, ask.seen(), moment);
      case Wish.SetDoor(var door) -> DoorRules.setDoor(state, door);
      case Wish.GiveRoom(var to) -> DoorRules.give(state, by, to);
      case Wish.CloseRoom _ -> Outcome.happens(new Event.Closed()); // AC7
      case Wish.MoveRoom(var to) -> RegionRules.move(state, to);
      case Wish.Withdraw _ -> AskRules.withdraw(state, by);
      case Wish.SetSlowMode(var slow) -> OrderRules.setSlowMode(state, slow);
      case Wish.SetWriters(var writers) -> OrderRules.setWriters(state, writers);
      case Wish.Say wish -> ChatRules.say(state, by, ask, wish, moment.now());
      case Wish.Edit wish -> ChatRules.edit(state, by, ask, wish);
      case Wish.RemoveLine wish -> ChatRules.remove(state, by, ask, wish);
      case Wish.React wish -> ChatRules.react(state, by, ask, wish);
      case Wish.Rename(var name) -> MemberRules.rename(by, name);
      case Wish.ReportReady(var length) ->
          onStage(state, ask.seen(), loaded -> GateRules.reportReady(state, by, loaded, length));
      case Wish.ReportBuffering _ ->
          onStage(state, ask.seen(), _ -> GateRules.reportBuffering(by, moment.now()));
      case Wish.ReportUnable _ -> onStage(state, ask.seen(), _ -> GateRules.reportUnable(by));
    };
  }

  /// AS2: the one named, if it is still proposed, is decided now.
  private static Outcome answered(RoomState state, Wish.Answer answer, long seen, Moment moment) {
    return state
        .proposalOf(answer.member())
        .filter(proposal -> proposal.revision() == answer.proposal())
        .map(
            proposal ->
                AskRules.answer(
                    proposal,
                    answer.accepted(),
                    film(state, proposal.by(), proposal.wish(), seen, moment)))
        .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_PROPOSAL));
  }

  /// What `by` wishes about the film and what comes after it, whoever allowed it.
  private static Outcome film(
      RoomState state, MemberId by, Wish.OfFilm wish, long seen, Moment moment) {
    return switch (wish) {
      case Wish.Load(var media) -> Outcome.happens(new Event.MediaLoaded(media)); // PB7
      case Wish.Play _ -> onStage(state, seen, loaded -> PlaybackRules.play(state, loaded, moment));
      case Wish.Pause _ -> onStage(state, seen, loaded -> PlaybackRules.pause(loaded, moment));
      case Wish.Seek(long to) ->
          onStage(state, seen, loaded -> PlaybackRules.seek(state, loaded, to, moment));
      case Wish.SetRate(double rate) ->
          onStage(state, seen, loaded -> PlaybackRules.setRate(loaded, rate, moment));
      case Wish.Enqueue(var media) -> QueueRules.add(state, by, media);
      case Wish.Dequeue(long item) -> QueueRules.remove(state, item);
      case Wish.MoveQueued(long item, int to) -> QueueRules.move(state, item, to);
      case Wish.PlayQueued(long item) -> QueueRules.play(state, item, seen, moment);
      case Wish.SetAutoAdvance(boolean on) -> QueueRules.setAutoAdvance(state, on);
      case Wish.Stay _ -> QueueRules.stay(state);
    };
  }

  /// A rule about the loaded media.
  private interface StageRule {
    Outcome of(Stage.Loaded loaded);
  }

  private static Outcome onStage(RoomState state, long seen, StageRule rule) {
    return switch (state.stage()) {
      case Stage.Idle _ -> Outcome.refused(Reason.NO_MEDIA);
      case Stage.Loaded loaded when seen < loaded.loadedRevision() ->
          Outcome.refused(Reason.STALE); // ID4
      case Stage.Loaded loaded -> rule.of(loaded);
    };
  }

  /// Numbers the events, and those that follow from them, from the state's revision on.
  private static Decision record(RoomState state, Author author, Moment moment, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var reason) -> new Decision.Rejected(reason);
      case Outcome.Happens(var events) -> {
        var history = new ArrayList<Recorded>();
        var after = append(state, events, author, moment.now(), history);
        if (after.isOver()) {
          yield new Decision.Accepted(history); // RG1, AC7: nothing follows
        }
        after = append(after, GiantRules.settle(after), author, moment.now(), history);
        append(after, GateRules.settle(after, moment), author, moment.now(), history);
        yield new Decision.Accepted(history);
      }
    };
  }

  private static RoomState append(
      RoomState state, List<Event> events, Author author, Instant at, List<Recorded> history) {
    var after = state;
    for (var event : events) {
      var recorded = new Recorded(after.revision() + 1, at, author, event);
      history.add(recorded);
      after = Evolution.evolve(after, recorded);
    }
    return after;
  }
}
