package matinee.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Everything that is true of a room after its event number `revision`, which was decided at room
/// time `at`.
///
/// A value: it changes only by [Evolution#evolve]. The same history gives the same state everywhere
/// (OR3).
public record RoomState(
    long revision,
    Instant at,
    Stage stage,
    Settings settings,
    People people,
    Agenda agenda,
    Answered answered) {
  /// How many members a room holds (ME6).
  public static final int CAPACITY = 20_000;

  /// A room in which nothing has happened.
  public static final RoomState NEW =
      new RoomState(
          0,
          Instant.EPOCH,
          Stage.Idle.IDLE,
          Settings.NEW,
          People.NOBODY,
          Agenda.NEW,
          Answered.NONE);

  /// Those with a place in the room, in the order of their joining.
  public List<Member> members() {
    return people.members();
  }

  /// The member with this id, if it has a place in the room.
  public Optional<Member> member(MemberId id) {
    return people.member(id);
  }

  /// Those for whom the room holds, or would hold when somebody pressed play (GA2).
  public List<Member> waitedFor() {
    if (people.giant()) {
      return List.of(); // GI2
    }
    var late = new ArrayList<Member>();
    int ready = 0;
    for (var member : members()) {
      if (member.counts()) {
        if (member.readiness() == Readiness.READY) {
          ready++;
        } else {
          late.add(member);
        }
      }
    }
    return switch (settings.gate()) {
      case GatePolicy.Everyone _ -> late;
      case GatePolicy.Host _ -> late.stream().filter(Member::isHost).toList();
      case GatePolicy.Quorum(int percent) ->
          ready * 100 < percent * (ready + late.size()) ? late : List.of();
      case GatePolicy.NoOne _ -> List.of();
    };
  }

  /// May `member` do `action` now, if it is done to somebody then to those below (RI1, RI4)?
  public Grant grant(Member member, Action action) {
    return switch (action.of(member.role())) {
      case ALWAYS, ON_LOWER -> Grant.YES;
      case AS_CONTROL_SAYS ->
          switch (settings.control().of(action)) {
            case EVERYONE -> Grant.YES;
            case ASK -> Grant.ASK;
            case HOST_ONLY -> Grant.NO;
          };
      case NEVER -> Grant.NO;
    };
  }

  /// The same, if `member` does it on `device` (CD2).
  public Grant grant(Member member, Device device, Action action) {
    return action.of(device) == Right.NEVER ? Grant.NO : grant(member, action);
  }

  /// What waits for an answer, the oldest first (AS1).
  public List<Proposal> proposals() {
    return agenda.proposals();
  }

  /// What is played next (QU1).
  public Queue queue() {
    return agenda.queue();
  }

  /// Is `member` one of those who write in the chat, if its role may chat (CH10)?
  public boolean mayWrite(Member member) {
    return settings.writers().include(member.role());
  }

  /// May `by` show the others, on this device, that it writes, or cheer (SI2)? In slow mode too.
  public boolean maySignal(Member by, Device device) {
    return grant(by, device, Action.CHAT) == Grant.YES && mayWrite(by) && !by.rank().isSilent();
  }

  /// From when on `member` may say something more; nothing, if it may at any time (CH2).
  public Optional<Instant> mayChatFrom(Member member) {
    var pause = settings.slow().pause(people.giant());
    return pause.isZero() || member.role().compareTo(Role.HOST) <= 0
        ? Optional.empty()
        : Optional.of(member.stay().spokeAt().plus(pause));
  }

  /// What this member has proposed and nobody answered yet (AS1).
  public Optional<Proposal> proposalOf(MemberId id) {
    for (var proposal : proposals()) {
      if (proposal.by().equals(id)) {
        return Optional.of(proposal);
      }
    }
    return Optional.empty();
  }

  /// Does it live in another region now (RG1)?
  public boolean hasMoved() {
    return settings.whereabouts() instanceof Whereabouts.MovedTo;
  }

  /// Why nothing happens here any more, if that is so (RG1, AC7).
  public Optional<Reason> end() {
    return switch (settings.whereabouts()) {
      case Whereabouts.Here _ -> Optional.empty();
      case Whereabouts.MovedTo _ -> Optional.of(Reason.MOVED);
      case Whereabouts.Closed _ -> Optional.of(Reason.CLOSED);
    };
  }

  /// Does nothing happen here any more?
  public boolean isOver() {
    return !(settings.whereabouts() instanceof Whereabouts.Here);
  }

  /// When the room has to be asked again by a [Command.Tick]: at the end of a wait (GA4), of the
  /// media (PB8), of what is there of it (UP3), of the time before the next one (QU5), or of the
  /// time for an answer (AS4).
  public Optional<Instant> deadline() {
    if (isOver()) {
      return Optional.empty();
    }
    var due = playbackDeadline().or(queue()::due);
    for (var proposal : proposals()) {
      if (due.isEmpty() || proposal.until().isBefore(due.get())) {
        due = Optional.of(proposal.until());
      }
    }
    return due;
  }

  Optional<Instant> playbackDeadline() {
    return switch (stage) {
      case Stage.Idle _ -> Optional.empty();
      case Stage.Loaded loaded ->
          switch (loaded.playback()) {
            case Playback.Paused _ -> Optional.empty();
            case Playback.Waiting waiting ->
                loaded.isShort() ? Optional.empty() : Optional.of(waiting.until());
            case Playback.Playing(var timeline) ->
                loaded.lastMs().map(timeline::timeOf); // PB8, UP3
          };
    };
  }

  /// As pages are told it: without what the room remembers of its answers.
  public RoomState withoutAnswers() {
    return new RoomState(revision, at, stage, settings, people, agenda, Answered.NONE);
  }

  /// AC7: what was in it is gone.
  RoomState closed() {
    return new RoomState(
        revision,
        at,
        Stage.Idle.IDLE,
        settings.with(Whereabouts.Closed.CLOSED),
        People.NOBODY,
        Agenda.NEW,
        answered);
  }

  RoomState with(Stage next) {
    return new RoomState(revision, at, next, settings, people, agenda, answered);
  }

  RoomState with(Settings next) {
    return new RoomState(revision, at, stage, next, people, agenda, answered);
  }

  RoomState with(People next) {
    return new RoomState(revision, at, stage, settings, next, agenda, answered);
  }

  RoomState with(List<Proposal> next) {
    return with(agenda.with(next));
  }

  RoomState with(Queue next) {
    return with(agenda.with(next));
  }

  private RoomState with(Agenda next) {
    return new RoomState(revision, at, stage, settings, people, next, answered);
  }

  /// Does its author still have to ask for this (AS3)?
  boolean isOpen(Proposal proposal) {
    return member(proposal.by())
        .filter(by -> grant(by, Action.in(proposal.wish())) == Grant.ASK)
        .isPresent();
  }

  /// AS3: without what this member has proposed.
  RoomState withoutProposalOf(MemberId id) {
    return proposalOf(id).isEmpty()
        ? this
        : with(proposals().stream().filter(proposal -> !proposal.by().equals(id)).toList());
  }

  RoomState changing(MemberId id, UnaryOperator<Member> change) {
    return with(people.changing(id, change));
  }
}
