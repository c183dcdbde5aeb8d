package matinee.sim;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import matinee.room.CommandId;
import matinee.room.Length;
import matinee.room.Member;
import matinee.room.Playback;
import matinee.room.Readiness;
import matinee.room.Stage;
import matinee.room.Wish;
import matinee.sync.Act;
import matinee.sync.Capabilities;
import matinee.sync.Conduct;
import matinee.sync.Follower;
import matinee.sync.Learnt;
import matinee.sync.PlayerSample;
import matinee.sync.WishFilter.Judgement;
import matinee.wire.Condition;
import matinee.wire.Link;

/// A player that follows the room, as `link/src/follow.ts` has it: led by the core's follower,
/// watched for what a person does to it, its state reported.
final class Following {
  private static final Capabilities CAN = new Capabilities(Capabilities.Speeds.FINE, true, true, 0);
  private static final int MOST_ACTS = 8;
  private static final double LOADING_MS = 2_000;
  private static final double REPORT_PAUSE_MS = 1_000;

  private final Page page;
  private final Person person;
  private final long loadedRevision;
  private final SimPlayer player;
  private final Follower follower;
  private final Build.Filter filter;
  private final Set<CommandId> unanswered = new HashSet<>();
  private final double begunAtMs;
  private final boolean able;
  private VirtualTime.Timer start = VirtualTime.Timer.NONE;
  private Optional<Wish> lastReport = Optional.empty();
  private double lastReportAtMs = Double.NEGATIVE_INFINITY;
  private String awaitedEpoch = "";
  private long awaitedRevision;
  private boolean wasAble;
  private boolean wasPending;
  private boolean closed;

  Following(World world, Page page, Chance chance, Stage.Loaded loaded) {
    this.page = page;
    person = page.person();
    loadedRevision = loaded.loadedRevision();
    begunAtMs = person.nowMs();
    able = person.canPlay(loaded.media());
    player =
        new SimPlayer(
            world.time(), chance, person.temper(), Films.lengthMs(loaded.media()), this::heard);
    follower = new Follower(page.clock(), CAN, Learnt.usual());
    filter = world.build().filters().apply(Build.Filter.of(follower));
    follower.load();
  }

  boolean isOf(Stage.Loaded loaded) {
    return loaded.loadedRevision() == loadedRevision;
  }

  /// Can the player play this media at all?
  boolean isAble() {
    return able;
  }

  SimPlayer player() {
    return player;
  }

  Follower follower() {
    return follower;
  }

  /// Does it stand, with nothing to be seen to before long?
  boolean isResting() {
    return follower.conduct() == Conduct.STANDING && follower.isAble();
  }

  void follow(Playback playback, Length length) {
    follower.follow(playback, length);
    look();
  }

  void close() {
    closed = true;
    start.callOff();
  }

  void look() {
    if (closed) {
      return;
    }
    lead();
    report();
  }

  private void lead() {
    if (isPending() || !able) {
      wasPending = true;
      return;
    }
    if (wasPending) {
      wasPending = false;
      follower.begin();
    }
    for (int acts = 0; acts < MOST_ACTS; acts++) {
      var act = follower.step(sample());
      perform(act);
      if (act instanceof Act.Hold || act instanceof Act.PlayAt) {
        return;
      }
    }
  }

  private PlayerSample sample() {
    return new PlayerSample(
        person.nowMs(), player.position(), player.state(), false, player.hasTarget());
  }

  private void perform(Act act) {
    if (act instanceof Act.Hold) {
      return;
    }
    start.callOff();
    if (act instanceof Act.PlayAt(double atMs)) {
      start = person.after(atMs - person.nowMs(), () -> play(act));
    } else {
      filter.asked(act, person.nowMs());
      player.perform(act);
    }
  }

  private void play(Act act) {
    if (!closed && !player.state().ended()) {
      filter.asked(act, person.nowMs());
      player.perform(act);
      look();
    }
  }

  /// The element tells of something.
  private void heard(SimPlayer.Told told) {
    if (closed || !able) {
      return;
    }
    if (isCurrent() && filter.judge(told.event(), sample()) instanceof Judgement.Wished(var wish)) {
      boolean meant = told.cause() == SimPlayer.Cause.PERSON;
      var origin = meant ? Ledger.Origin.WISH : Ledger.Origin.ECHO;
      unanswered.add(page.command(wish, origin));
    }
    look();
  }

  void answered(CommandId id, Ledger.Answer answer) {
    if (unanswered.remove(id) && answer instanceof Ledger.Answer.Accepted(var epoch, long at)) {
      awaitedRevision = epoch.equals(awaitedEpoch) ? Math.max(awaitedRevision, at) : at;
      awaitedEpoch = epoch;
    }
    look();
  }

  /// Is a wish that was made on the element without its answer, or without its event?
  private boolean isPending() {
    unanswered.removeIf(id -> !page.isWaiting(id));
    boolean toCome =
        page.copy().epoch().equals(awaitedEpoch)
            && page.copy().state().revision() < awaitedRevision;
    return !unanswered.isEmpty() || toCome;
  }

  private boolean isCurrent() {
    return page.copy().state().stage() instanceof Stage.Loaded loaded && isOf(loaded);
  }

  private void report() {
    boolean isAble = able && follower.isAble();
    wasAble |= isAble;
    boolean isLoading = !wasAble && person.nowMs() - begunAtMs < LOADING_MS;
    if (page.phase() != Link.Phase.LIVE || !isCurrent() || (able && !isAble && isLoading)) {
      return;
    }
    page.copy()
        .state()
        .member(person.member())
        .flatMap(me -> missing(me, isAble))
        .filter(
            due ->
                !lastReport.equals(Optional.of(due))
                    || person.nowMs() - lastReportAtMs >= REPORT_PAUSE_MS)
        .ifPresent(this::report);
  }

  private void report(Wish due) {
    lastReport = Optional.of(due);
    lastReportAtMs = person.nowMs();
    page.command(due, Ledger.Origin.REPORT);
  }

  private Optional<Wish> missing(Member me, boolean isAble) {
    if (!able) {
      return me.readiness() == Readiness.CATCHING_UP
          ? Optional.empty()
          : Optional.of(new Wish.ReportUnable());
    }
    if (isAble) {
      boolean teaches =
          page.copy().state().stage() instanceof Stage.Loaded loaded
              && loaded.media().length() instanceof Length.Unknown;
      return me.readiness() == Readiness.READY && !teaches
          ? Optional.empty()
          : Optional.of(new Wish.ReportReady(new Length.Known(player.lengthMs())));
    }
    return me.readiness() == Readiness.READY
        ? Optional.of(new Wish.ReportBuffering())
        : Optional.empty();
  }

  Condition condition() {
    if (!able) {
      return Condition.NO_FILM;
    }
    if (!follower.isAble()) {
      return Condition.BUFFERING;
    }
    return follower.isMovingAt(person.nowMs()) ? Condition.WATCHING : Condition.READY;
  }
}
