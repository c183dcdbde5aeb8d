package matinee.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import matinee.room.Cause;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Device;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.Playback;
import matinee.room.ProposalEnd;
import matinee.room.Readiness;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Standing;
import matinee.room.Wish;

/// How the rules of protocol/ROOM.md show that they are at work: what each of them has made of
/// commands. A run in which one of these cases never came says nothing about its rule.
final class RuleCases {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /// One decision: `command` was put before a room in `state`.
  record Seen(RoomState state, Command command, Moment moment, Decision decision) {

    boolean isRefused(Reason reason) {
      return decision instanceof Decision.Rejected(var why, var _) && why == reason;
    }

    boolean isWish(Class<? extends Wish> kind) {
      return command instanceof Command.Ask ask && kind.isInstance(ask.wish());
    }

    Stream<Event> events() {
      return decision.events().stream().map(recorded -> recorded.event());
    }

    boolean has(Class<? extends Event> kind) {
      return events().anyMatch(kind::isInstance);
    }

    private boolean ended(ProposalEnd end) {
      return events()
          .anyMatch(event -> event instanceof Event.ProposalEnded(_, var how) && how == end);
    }

    boolean changed(Cause cause, Class<? extends Playback> kind) {
      return events()
          .anyMatch(
              event ->
                  event instanceof Event.PlaybackChanged(var why, var to)
                      && why == cause
                      && kind.isInstance(to));
    }

    private boolean joined(Predicate<MemberId> who) {
      return events()
          .anyMatch(event -> event instanceof Event.Joined(var member, _) && who.test(member));
    }

    private boolean left(Predicate<Member> who) {
      return events()
          .anyMatch(
              event ->
                  event instanceof Event.Left(var id) && state.member(id).filter(who).isPresent());
    }

    private boolean isAway(MemberId member, Standing standing) {
      return state.people().absent().stream()
          .anyMatch(one -> one.id().equals(member) && one.standing() == standing);
    }

    private boolean isOnCompanion() {
      return command instanceof Command.Ask ask && ask.device() == Device.COMPANION;
    }

    private boolean isInMotion() {
      return state.stage() instanceof Stage.Loaded loaded
          && !(loaded.playback() instanceof Playback.Paused);
    }

    private boolean isOfLead() {
      return command instanceof Command.Ask ask
          && state
              .member(ask.by())
              .filter(by -> by.isHost() || by.rank().standing() == Standing.OWNER)
              .isPresent();
    }
  }

  /// `rule` has been at work when a decision is like this; `prose` says in which way.
  record Case(String rule, String prose, Predicate<Seen> sees) {
    /// The name under which it is counted.
    String name() {
      return "rule " + rule + ": " + prose;
    }
  }

  /// What no decision shows: the coming and going of a companion is none.
  static final Case COMPANION_KEEPS_NO_PLACE =
      when("CD3", "its member is lost while it is here", _ -> false);

  static final List<Case> ALL =
      Stream.of(
              ofOrder(),
              ofMembers(),
              ofRights(),
              ofCompanions(),
              ofAsking(),
              QueueCases.all(),
              LineCases.all(),
              DoorCases.all(),
              SupplyCases.all(),
              ofPlayback(),
              ofWaiting())
          .flatMap(List::stream)
          .toList();

  private RuleCases() {}

  /// The cases that never came.
  static List<String> missing(Counts counts) {
    return ALL.stream().map(Case::name).filter(name -> counts.of(name) == 0).toList();
  }

  /// How often each rule was at work, in whichever way.
  static Map<String, Long> table(Counts counts) {
    var table = new TreeMap<String, Long>();
    ALL.forEach(one -> table.merge(one.rule, counts.of(one.name()), Long::sum));
    return table;
  }

  static Case when(String rule, String prose, Predicate<Seen> sees) {
    return new Case(rule, prose, sees);
  }

  static Case after(String rule, Class<? extends Event> kind) {
    return when(rule, kind.getSimpleName(), seen -> seen.has(kind));
  }

  static Case refused(String rule, Reason reason) {
    return when(rule, reason.name(), seen -> seen.isRefused(reason));
  }

  private static List<Case> ofOrder() {
    return List.of(
        when("OR1", "something happens", seen -> seen.events().findAny().isPresent()),
        when(
            "OR2",
            "the clock is behind the history",
            seen ->
                seen.moment.now().isBefore(seen.state.at()) && seen.events().findAny().isPresent()),
        when("OR3", "something happens", seen -> seen.events().findAny().isPresent()),
        when("OR4", "a command has several events", seen -> seen.events().count() > 1),
        when("ID1", "sent again", seen -> seen.decision instanceof Decision.Repeated),
        when("ID6", "rejected when sent again", seen -> seen.has(Event.Refused.class)),
        when(
            "ID2",
            "a wish is accepted",
            seen -> seen.command instanceof Command.Ask && seen.events().findAny().isPresent()),
        when(
            "ID3",
            "NO_CHANGE",
            seen -> seen.command instanceof Command.Ask && seen.isRefused(Reason.NO_CHANGE)),
        when(
            "ID4",
            "STALE, of another film",
            seen ->
                seen.isRefused(Reason.STALE)
                    && seen.command instanceof Command.Ask ask
                    && ask.seen() <= seen.state.revision()),
        when(
            "ID5",
            "STALE, of another history",
            seen ->
                seen.isRefused(Reason.STALE)
                    && seen.command instanceof Command.Ask ask
                    && ask.seen() > seen.state.revision()));
  }

  private static List<Case> ofMembers() {
    return List.of(
        after("ME1", Event.Joined.class),
        after("ME2", Event.Returned.class),
        after("ME3", Event.Lost.class),
        when("ME4", "away for too long", seen -> seen.left(one -> !one.isHere())),
        when("ME4", "leaves", seen -> seen.left(Member::isHere)),
        when(
            "ME4",
            "the last one leaves a room in motion",
            seen ->
                seen.has(Event.Left.class) && seen.changed(Cause.ABANDONED, Playback.Paused.class)),
        after("ME5", Event.Renamed.class),
        when(
            "HO1",
            "the first one enters",
            seen -> seen.joined(_ -> true) && seen.state.members().isEmpty()),
        when(
            "HO2",
            "the host goes, others stay",
            seen -> seen.left(Member::isHost) && seen.state.members().size() > 1),
        after("HO3", Event.HostChanged.class),
        when(
            "HO3",
            "the owner takes back",
            seen ->
                seen.command instanceof Command.Ask ask
                    && seen.events().anyMatch(new Event.HostChanged(ask.by())::equals)),
        when(
            "HO4",
            "the owner is back",
            seen -> seen.joined(member -> seen.isAway(member, Standing.OWNER))),
        after("CH1", Event.Said.class),
        after("CH2", Event.SlowModeChanged.class),
        refused("CH2", Reason.TOO_SOON),
        after("CH10", Event.WritersChanged.class),
        refused("CH10", Reason.READ_ONLY));
  }

  private static List<Case> ofRights() {
    return List.of(
        when(
            "RI1",
            "the film is not for everyone",
            seen -> seen.isRefused(Reason.NOT_ALLOWED) && seen.isWish(Wish.OfFilm.class)),
        when(
            "RI2",
            "who does not lead sets the control",
            seen -> seen.isRefused(Reason.NOT_ALLOWED) && seen.isWish(Wish.SetControl.class)),
        refused("RI3", Reason.NOT_A_MEMBER),
        when(
            "RI4",
            "who leads is not above the other",
            seen -> seen.isRefused(Reason.NOT_ALLOWED) && seen.isOfLead()),
        after("RI5", Event.StandingChanged.class),
        when(
            "RI5",
            "a standing is kept",
            seen ->
                seen.joined(
                    member ->
                        seen.isAway(member, Standing.GUEST)
                            || seen.isAway(member, Standing.WATCHER))),
        after("OD1", Event.Kicked.class),
        after("OD2", Event.Banned.class),
        refused("OD2", Reason.BANNED),
        after("OD2", Event.Unbanned.class),
        after("OD3", Event.MutedChanged.class),
        refused("OD3", Reason.MUTED),
        after("OD4", Event.LockChanged.class),
        refused("OD4", Reason.LOCKED),
        when(
            "OD4",
            "the owner comes back",
            seen ->
                seen.state.settings().locked()
                    && seen.joined(member -> seen.isAway(member, Standing.OWNER))));
  }

  private static List<Case> ofCompanions() {
    return List.of(
        when(
            "CD1",
            "said on a companion",
            seen -> seen.isOnCompanion() && seen.has(Event.Said.class)),
        when(
            "CD1",
            "muted on a companion too",
            seen -> seen.isOnCompanion() && seen.isRefused(Reason.MUTED)),
        refused("CD2", Reason.NOT_ON_COMPANION),
        COMPANION_KEEPS_NO_PLACE);
  }

  private static List<Case> ofAsking() {
    return List.of(
        after("AS1", Event.Proposed.class),
        when(
            "AS1",
            "another proposal takes the place",
            seen ->
                seen.events()
                    .anyMatch(
                        event ->
                            event instanceof Event.Proposed(var by, _, _)
                                && seen.state.proposalOf(by).isPresent())),
        when("AS2", "accepted", seen -> seen.ended(ProposalEnd.ACCEPTED)),
        when("AS2", "declined", seen -> seen.ended(ProposalEnd.DECLINED)),
        refused("AS2", Reason.NO_SUCH_PROPOSAL),
        when("AS3", "withdrawn", seen -> seen.ended(ProposalEnd.WITHDRAWN)),
        when(
            "AS3",
            "gone with the film or the control",
            seen ->
                !seen.state.proposals().isEmpty()
                    && (seen.has(Event.MediaLoaded.class) || seen.has(Event.ControlChanged.class))),
        when("AS4", "expired", seen -> seen.ended(ProposalEnd.EXPIRED)));
  }

  private static List<Case> ofPlayback() {
    return List.of(
        when("PB1", "another playback", seen -> seen.has(Event.PlaybackChanged.class)),
        when("PB2", "goes on", seen -> seen.changed(Cause.PLAYED, Playback.Playing.class)),
        when(
            "PB3",
            "starts after a wait",
            seen -> seen.changed(Cause.WAIT_ENDED, Playback.Playing.class)),
        when("PB4", "pauses", seen -> seen.changed(Cause.PAUSED, Playback.Paused.class)),
        when(
            "PB5",
            "another speed while playing",
            seen -> seen.changed(Cause.RATE_CHANGED, Playback.Playing.class)),
        refused("PB6", Reason.OUT_OF_RANGE),
        when(
            "PB6",
            "seeks while playing",
            seen -> seen.changed(Cause.SEEKED, Playback.Playing.class)),
        when(
            "PB6", "seeks while paused", seen -> seen.changed(Cause.SEEKED, Playback.Paused.class)),
        when(
            "PB6",
            "seeks while waiting",
            seen -> seen.changed(Cause.SEEKED, Playback.Waiting.class)),
        after("PB7", Event.MediaLoaded.class),
        refused("PB7", Reason.NO_MEDIA),
        when("PB8", "the end", seen -> seen.changed(Cause.ENDED, Playback.Paused.class)),
        when(
            "PB9",
            "nobody kept the room",
            seen ->
                seen.command instanceof Command.Interrupt
                    && seen.changed(Cause.ABANDONED, Playback.Paused.class)));
  }

  private static List<Case> ofWaiting() {
    return List.of(
        after("GA1", Event.ReadinessChanged.class),
        after("GA1", Event.LengthLearnt.class),
        when("GA2", "waits", seen -> seen.changed(Cause.WAIT_STARTED, Playback.Waiting.class)),
        when(
            "GA3",
            "a report begins a wait",
            seen ->
                seen.isWish(Wish.ReportBuffering.class)
                    && seen.changed(Cause.WAIT_STARTED, Playback.Waiting.class)),
        when(
            "GA4",
            "goes on without",
            seen -> seen.changed(Cause.WAIT_EXPIRED, Playback.Playing.class)),
        when(
            "GA5",
            "cannot play it",
            seen -> seen.isWish(Wish.ReportUnable.class) && seen.events().findAny().isPresent()),
        after("GA6", Event.GateChanged.class),
        when("GA7", "waits for less long than usual", RuleCases::isShortWait),
        after("GA8", Event.ExcusedChanged.class),
        when("LJ1", "enters at rest", seen -> seen.joined(_ -> true) && !seen.isInMotion()),
        when("LJ2", "enters in motion", seen -> seen.joined(_ -> true) && seen.isInMotion()),
        when(
            "LJ2",
            "has caught up",
            seen ->
                seen.isWish(Wish.ReportReady.class)
                    && seen.command instanceof Command.Ask ask
                    && seen.state
                        .member(ask.by())
                        .filter(by -> by.readiness() == Readiness.CATCHING_UP)
                        .isPresent()));
  }

  private static boolean isShortWait(Seen seen) {
    return seen.events()
        .anyMatch(
            event ->
                event instanceof Event.PlaybackChanged(_, Playback.Waiting wait)
                    && wait.until().isAfter(wait.since())
                    && Duration.between(wait.since(), wait.until()).compareTo(LONGEST_WAIT) < 0);
  }
}
