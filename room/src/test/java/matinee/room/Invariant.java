package matinee.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// What is true after every step of every room, whatever happens in it. Fresh ones for each room:
/// some remember.
interface Invariant {

  /// One command decided on `before` at `moment`; `after` is the room with the events of
  /// `decision`.
  record Step(
      RoomState before, Command command, Moment moment, Decision decision, RoomState after) {
    List<Recorded> events() {
      return decision.events();
    }
  }

  /// Throws an `AssertionError` if `step` broke it.
  void check(Step step);

  static List<Invariant> all() {
    return List.of(
        new RevisionWithoutGaps(),
        new TimeNeverGoesBack(),
        new EvolveIsDeterministic(),
        new AcceptedOnce(),
        new RefusedForGood(),
        new EventsNameTheirCommand(),
        new RefusalChangesNothing(),
        new NoStaleWishMoves(),
        new ExactlyOneHost(),
        new OneOwner(),
        new NothingWithoutTheRight(),
        new OrderIsKept(),
        new ProposalsAreOpen(),
        new QueueInvariants.ItemsAreSound(),
        new QueueInvariants.OneAdvanceForAnEnd(),
        new PositionInsideMedia(),
        new NoWaitIsEndless(),
        new WaitsOnlyForSomebody(),
        new GraceIsLimited());
  }

  /// OR1.
  final class RevisionWithoutGaps implements Invariant {
    @Override
    public void check(Step step) {
      long first = step.before().revision() + 1;
      var numbers = LongStream.rangeClosed(first, step.after().revision()).boxed().toList();
      assertThat(step.events()).extracting(Recorded::revision).isEqualTo(numbers);
    }
  }

  /// OR2.
  final class TimeNeverGoesBack implements Invariant {
    @Override
    public void check(Step step) {
      var last = step.before().at();
      for (var event : step.events()) {
        assertThat(event.at()).isAfterOrEqualTo(last);
        last = event.at();
      }
      assertThat(step.after().at()).isEqualTo(last);
    }
  }

  /// OR3: who reads the whole history now and then arrives at the same room.
  final class EvolveIsDeterministic implements Invariant {
    private final List<Recorded> history = new ArrayList<>();
    private int steps;

    @Override
    public void check(Step step) {
      history.addAll(step.events());
      if (++steps % 100 == 0) {
        var replayed = RoomState.NEW;
        for (var event : history) {
          replayed = Evolution.evolve(replayed, event);
        }
        assertThat(replayed).isEqualTo(step.after());
      }
    }
  }

  /// ID1: accepted at most once, and answered with the same revision ever after.
  final class AcceptedOnce implements Invariant {
    private record Key(MemberId member, CommandId id) {}

    private final Map<Key, Long> accepted = new HashMap<>();

    @Override
    public void check(Step step) {
      if (!(step.command() instanceof Command.Ask ask)) {
        return;
      }
      var key = new Key(ask.by(), ask.id());
      switch (step.decision()) {
        case Decision.Accepted(var events) ->
            assertThat(accepted.put(key, events.getFirst().revision())).isNull();
        case Decision.Repeated(long revision) -> assertThat(accepted).containsEntry(key, revision);
        case Decision.Rejected _ -> {}
      }
    }
  }

  /// ID6: what was sent again and rejected has one event that says so, and never another; unless it
  /// is too old for anybody to tell (ID5).
  final class RefusedForGood implements Invariant {
    private final Map<Author.ByMember, Reason> refused = new HashMap<>();

    @Override
    public void check(Step step) {
      if (!(step.command() instanceof Command.Ask ask)) {
        return;
      }
      var author = new Author.ByMember(ask.by(), ask.id());
      boolean isTooOld = ask.seen() < step.before().answered().horizon();
      if (refused.containsKey(author)) {
        var reasons =
            isTooOld ? List.of(refused.get(author), Reason.STALE) : List.of(refused.get(author));
        assertThat(reasons.stream().map(Decision.Rejected::new))
            .contains((Decision.Rejected) step.decision());
      } else if (step.decision() instanceof Decision.Rejected(var reason, var events)) {
        assertThat(events)
            .extracting(Recorded::event)
            .isEqualTo(ask.again() && !isTooOld ? List.of(new Event.Refused(reason)) : List.of());
        events.forEach(_ -> refused.put(author, reason));
      }
    }
  }

  /// ID2.
  final class EventsNameTheirCommand implements Invariant {
    @Override
    public void check(Step step) {
      Author author =
          step.command() instanceof Command.Ask ask
              ? new Author.ByMember(ask.by(), ask.id())
              : Author.Room.ROOM;
      assertThat(step.events()).allMatch(event -> event.author().equals(author));
    }
  }

  /// ID3: and deciding again decides the same.
  final class RefusalChangesNothing implements Invariant {
    @Override
    public void check(Step step) {
      if (step.events().isEmpty()) {
        assertThat(step.after()).isEqualTo(step.before());
      }
      var again = Decider.decide(step.before(), step.command(), step.moment());
      assertThat(again).isEqualTo(step.decision());
    }
  }

  /// ID4.
  final class NoStaleWishMoves implements Invariant {
    @Override
    public void check(Step step) {
      if (step.before().stage() instanceof Stage.Loaded loaded
          && step.command() instanceof Command.Ask ask
          && isAboutPlayback(ask.wish())
          && ask.seen() < loaded.loadedRevision()) {
        assertThat(step.events())
            .extracting(Recorded::event)
            .noneMatch(event -> event instanceof Event.PlaybackChanged)
            .noneMatch(event -> event instanceof Event.ReadinessChanged);
      }
    }

    private static boolean isAboutPlayback(Wish wish) {
      return switch (wish) {
        case Wish.Play _,
            Wish.Pause _,
            Wish.Seek _,
            Wish.SetRate _,
            Wish.ReportReady _,
            Wish.ReportBuffering _,
            Wish.ReportUnable _,
            Wish.PlayQueued _ ->
            true;
        case Wish.Load _,
            Wish.SetControl _,
            Wish.SetStanding _,
            Wish.Kick _,
            Wish.Ban _,
            Wish.Unban _,
            Wish.SetMuted _,
            Wish.SetLocked _,
            Wish.SetSlowMode _,
            Wish.SetWriters _,
            Wish.SetDoor _,
            Wish.GiveRoom _,
            Wish.CloseRoom _,
            Wish.MoveRoom _,
            Wish.Answer _,
            Wish.Withdraw _,
            Wish.SetGate _,
            Wish.SetExcused _,
            Wish.HandOver _,
            Wish.Say _,
            Wish.OfLine _,
            Wish.Enqueue _,
            Wish.Dequeue _,
            Wish.MoveQueued _,
            Wish.SetAutoAdvance _,
            Wish.Stay _,
            Wish.Vote _,
            Wish.Rename _ ->
            false;
      };
    }
  }

  /// HO1.
  final class ExactlyOneHost implements Invariant {
    @Override
    public void check(Step step) {
      var members = step.after().members();
      assertThat(members.stream().filter(Member::isHost)).hasSize(members.isEmpty() ? 0 : 1);
    }
  }

  /// RI1, RI3, RI4, CD2: whatever a member's wish did, the member had the right to it.
  final class NothingWithoutTheRight implements Invariant {
    @Override
    public void check(Step step) {
      if (!(step.decision() instanceof Decision.Accepted)
          || !(step.command() instanceof Command.Ask ask)) {
        return;
      }
      var by = step.before().member(ask.by()).orElseThrow();
      var grant = step.before().grant(by, ask.device(), actionOf(step.before(), ask));
      if (step.events().getFirst().event() instanceof Event.Proposed) {
        assertThat(grant).isEqualTo(Grant.ASK);
      } else {
        assertThat(grant).isEqualTo(Grant.YES);
      }
      for (var id : doneTo(ask.wish())) {
        assertThat(by.role().isAbove(step.before().member(id).orElseThrow().role())).isTrue();
      }
    }

    private static Action actionOf(RoomState room, Command.Ask ask) {
      if (ask.wish() instanceof Wish.RemoveLine
          && ask.cited().filter(line -> line.by().equals(ask.by())).isPresent()) {
        return Action.CHAT;
      }
      return ask.wish() instanceof Wish.Dequeue(long id)
              && room.queue().items().stream()
                  .anyMatch(item -> item.id() == id && item.by().equals(ask.by()))
          ? Action.WITHDRAW
          : Action.in(ask.wish());
    }

    private static List<MemberId> doneTo(Wish wish) {
      var ids = new ArrayList<MemberId>();
      if (wish instanceof Wish.SetStanding(var id, var _)) {
        ids.add(id);
      } else if (wish instanceof Wish.Kick(var id)) {
        ids.add(id);
      } else if (wish instanceof Wish.Ban(var id)) {
        ids.add(id);
      } else if (wish instanceof Wish.SetMuted(var id, var _)) {
        ids.add(id);
      }
      return ids;
    }
  }

  /// AS1, AS3, AS4: one proposal a member, of somebody who has to ask for it, and none is older
  /// than half a minute after a tick.
  final class ProposalsAreOpen implements Invariant {
    @Override
    public void check(Step step) {
      var room = step.after();
      assertThat(room.proposals()).extracting(Proposal::by).doesNotHaveDuplicates();
      assertThat(room.proposals()).allMatch(room::isOpen);
      for (var proposal : room.proposals()) {
        var due = new Moment(proposal.until(), step.moment().lead());
        var ticked = after(room, Decider.decide(room, new Command.Tick(), due));
        assertThat(ticked.proposals()).doesNotContain(proposal);
      }
    }
  }

  /// OD2, OD3, OD4: who is banned has no place, who is muted says nothing, and into a locked room
  /// comes nobody but its owner.
  final class OrderIsKept implements Invariant {
    @Override
    public void check(Step step) {
      var before = step.before();
      for (var recorded : step.events()) {
        if (recorded.event() instanceof Event.Joined(var id, var _)) {
          var owner = step.after().member(id).filter(one -> one.role() == Role.OWNER);
          assertThat(before.settings().locked() && owner.isEmpty()).isFalse();
        }
        if (recorded.event() instanceof Event.Said
            && recorded.author() instanceof Author.ByMember(var id, var _)) {
          var rank = before.member(id).orElseThrow().rank();
          assertThat(rank.muted() && !rank.host()).isFalse();
        }
      }
      assertThat(step.after().members())
          .noneMatch(member -> step.after().people().isBanned(member.id()));
    }
  }

  /// PB6, PB8, UP1.
  final class PositionInsideMedia implements Invariant {
    @Override
    public void check(Step step) {
      if (step.after().stage() instanceof Stage.Loaded loaded) {
        assertThat(loaded.playback().within(loaded)).isEqualTo(loaded.playback());
      }
    }
  }

  /// GA4: a wait has a deadline within ten seconds of its beginning, and a tick at the deadline
  /// ends it; but one for the film, which ends when all of that is there (UP3).
  final class NoWaitIsEndless implements Invariant {
    @Override
    public void check(Step step) {
      var room = step.after();
      if (room.stage() instanceof Stage.Loaded loaded && loaded.isShort()) {
        var film = (MediaRef.Upload) loaded.media().ref();
        var whole = new Command.Grow(film, Available.All.ALL);
        assertThat(room.playbackDeadline()).isEmpty();
        assertThat(Decider.decide(room, whole, step.moment()).events())
            .extracting(Recorded::event)
            .startsWith(new Event.FilmGrew(Available.All.ALL))
            .hasAtLeastOneElementOfType(Event.PlaybackChanged.class);
      } else if (playback(room) instanceof Playback.Waiting waiting) {
        assertThat(room.playbackDeadline()).hasValue(waiting.until());
        assertThat(waiting.until()).isBeforeOrEqualTo(waiting.since().plusSeconds(10));
        assertThat(waiting.since()).isBeforeOrEqualTo(room.at());
        var due = new Moment(waiting.until(), step.moment().lead());
        var ended = after(room, Decider.decide(room, new Command.Tick(), due));
        assertThat(playback(ended)).isInstanceOf(Playback.Playing.class);
      }
    }
  }

  /// GA7: within an hour nobody is waited for longer than the grant, and one wait beyond it.
  final class GraceIsLimited implements Invariant {
    @Override
    public void check(Step step) {
      for (var member : step.after().members()) {
        assertThat(member.grace().spentMs()).isLessThanOrEqualTo(70_000);
      }
    }
  }

  /// GA3, UP3: a playing room has nobody to wait for; a waiting one has, unless nobody is here at
  /// all, or it waits for the film.
  final class WaitsOnlyForSomebody implements Invariant {
    @Override
    public void check(Step step) {
      var room = step.after();
      switch (playback(room)) {
        case Playback.Paused _ -> {}
        case Playback.Playing _ -> assertThat(room.waitedFor()).isEmpty();
        case Playback.Waiting _ -> {
          boolean isForFilm = room.stage() instanceof Stage.Loaded loaded && loaded.isShort();
          if (!isForFilm && room.members().stream().anyMatch(Member::isHere)) {
            assertThat(room.waitedFor()).isNotEmpty();
          }
        }
      }
    }
  }

  private static Playback playback(RoomState room) {
    return switch (room.stage()) {
      case Stage.Idle _ -> new Playback.Paused(0, 1.0);
      case Stage.Loaded loaded -> loaded.playback();
    };
  }

  /// `room` after the events of `decision`, if it has any.
  static RoomState after(RoomState room, Decision decision) {
    var after = room;
    for (var event : decision.events()) {
      after = Evolution.evolve(after, event);
    }
    return after;
  }
}
