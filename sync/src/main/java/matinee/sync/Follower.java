package matinee.sync;

import java.util.List;
import matinee.room.Length;
import matinee.room.Playback;
import matinee.sync.Phase.Lesson;

/// Keeps one player on the room's line: sees what it does, says what to do with it.
///
/// The caller's duties:
/// 1. [#load] when the player gets a media; [#follow] with each playback of the room;
/// 2. [#step] every 25 ms, and at once after an act was done and after an event of the player;
/// 3. [#frame] with each shown frame;
/// 4. [#begin] when somebody else had the player for a while, or a gesture has allowed it to start;
/// 5. report ready or buffering when [#isAble] changes (GA1); keep [#learnt] between visits.
///
/// Phases and their transitions: [Phase]. How it starts: [Landings]. Which correction:
/// [CorrectionLaw].
public final class Follower {
  /// From asking for another speed to hearing it, the player's audio buffer, and half a step: the
  /// nearest one is taken.
  private static final double RATE_LATENCY_MS = 68 + 12.5;

  /// After an action nothing is measured for so long: its latency and a margin.
  private static final double SETTLE_MS = 120;

  private static final double WAITED_MS = 60;
  private static final double GRACE_MS = 1_000;
  private static final int MAX_ATTEMPTS = 4;
  private static final double IN_PLACE_MS = 1;
  private static final double OUT_OF_PLACE_MS = 250;
  private static final double GROSS_MS = 150;
  private static final double LONG_SEEK_MS = 400;
  private static final double NEAR_END_MS = 500;

  private final Sensor sensor = new Sensor();
  private final PicturePhase picture = new PicturePhase();
  private final Stall stall = new Stall();
  private final Patience patience = new Patience();
  private Bearings bearings;
  private Phase phase = Phase.Idle.IDLE;
  private PlayerSample last =
      new PlayerSample(0, 0, new PlayerState(true, false, false, false, 1), false, false);

  /// Follows nothing yet. `learnt` from an earlier visit, or [Learnt#usual].
  public Follower(RoomClock clock, Capabilities can, Learnt learnt) {
    var nothing = TargetLine.of(new Playback.Paused(0, 1), Length.Unknown.UNKNOWN);
    bearings = new Bearings(new Course(clock, nothing, 0), can, learnt);
  }

  /// The player has got another media.
  public void load() {
    stall.reset();
    sensor.reset();
    begin();
  }

  /// The room is at `playback` of a media that lasts `length`. The same again changes nothing; a
  /// new target ends what is under way, unless the line followed leads to it.
  public void follow(Playback playback, Length length) {
    var before = course().line();
    if (phase == Phase.Idle.IDLE) {
      head(TargetLine.of(playback, length));
      drift(1);
      return;
    }
    var next = before.then(playback, length);
    head(next);
    if (!before.leadsTo(playback) && !next.stretches().equals(before.stretches())) {
      drift(1);
    }
  }

  /// Leaves the player alone.
  public void unfollow() {
    phase = Phase.Idle.IDLE;
  }

  /// This device's sound is late by so much, -1,000 to 1,000 ms: the player runs ahead by as much.
  public void setSoundLateMs(double lateMs) {
    bearings = bearings.along(course().withSoundLate(lateMs));
  }

  /// What was under way is off; the player is looked at afresh.
  public void begin() {
    if (phase != Phase.Idle.IDLE) {
      drift(1);
    }
  }

  /// What to do with the player that was seen so.
  public Act step(PlayerSample now) {
    last = now;
    var act = turn(now);
    if (act instanceof Act.Hold && phase.isPlaced()) {
      stall.observe(now.atMs(), now.state().canContinue());
    }
    return act;
  }

  private Act turn(PlayerSample now) {
    if (!course().isKnown()) {
      return phase instanceof Phase.Nudging nudging ? go(leg(nudging, now)) : Act.Hold.HOLD;
    }
    return go(
        switch (phase) {
          case Phase.Idle idle -> Turn.hold(idle);
          case Phase.Adrift adrift -> approach(adrift, now);
          case Phase.Standing standing -> stand(standing, now);
          case Phase.Landing landing -> Landings.land(landing, now, bearings);
          case Phase.Placing placing -> place(placing, now);
          case Phase.Armed armed -> Landings.await(armed, now);
          case Phase.Starting starting -> start(starting, now);
          case Phase.Following following -> keep(following, now);
          case Phase.Nudging nudging -> nudge(nudging, now);
          case Phase.Jumping jumping -> jumped(jumping, now);
          case Phase.Contradicted contradicted -> bear(contradicted, now);
        });
  }

  /// A frame with position `mediaTimeMs` is shown at the local instant `shownAtMs`.
  public void frame(double shownAtMs, double mediaTimeMs) {
    if (!(phase instanceof Phase.Following following) || !isMeasured(following, last)) {
      return;
    }
    sensor.frame(shownAtMs, course().positionAt(shownAtMs) - mediaTimeMs);
    double clockMs = last.positionMs() + following.rate() * (shownAtMs - last.atMs());
    picture.frame(mediaTimeMs, clockMs);
  }

  /// Where the player should be at a local instant; NaN while the room's time is not known.
  public double targetPositionAt(double nowMs) {
    return course().isKnown() ? course().positionAt(nowMs) : Double.NaN;
  }

  /// Did the player stand at its end when it was last seen?
  boolean hasEnded() {
    return last.state().ended();
  }

  /// Should the media move at a local instant, as far as is known?
  public boolean isMovingAt(double nowMs) {
    return course().isKnown() && course().isMovingAt(nowMs);
  }

  /// The speed that the room wants at a local instant.
  public double targetRateAt(double nowMs) {
    return course().rateAt(nowMs);
  }

  /// Position of the player minus target as last measured, ms of the media; NaN while nothing is.
  public double syncErrorMs() {
    return -sensor.lastLateMs();
  }

  /// Could the player play at the room's position (GA1)?
  public boolean isAble() {
    return stall.isAble();
  }

  public Learnt learnt() {
    return bearings.learnt();
  }

  /// What it is about, for showing.
  public Conduct conduct() {
    return Conduct.of(phase);
  }

  private Course course() {
    return bearings.course();
  }

  private void head(TargetLine line) {
    bearings = bearings.along(course().along(line));
  }

  private void drift(int attempt) {
    phase = new Phase.Adrift(attempt);
    forget();
  }

  /// What was measured so far says nothing about what is now.
  private void forget() {
    sensor.clear();
    picture.clear();
  }

  private Act go(Turn turn) {
    if (!(turn.act() instanceof Act.Hold)) {
      forget();
    }
    phase = turn.next();
    return turn.act();
  }

  private Turn approach(Phase.Adrift adrift, PlayerSample now) {
    if (Double.isInfinite(course().movingFrom(now.atMs()))) {
      return stand(new Phase.Standing(false, adrift.attempt()), now);
    }
    if (now.state().paused() || !course().isMovingAt(now.atMs())) {
      return land(now);
    }
    double rate = bearings.rateAt(now.atMs());
    boolean gross = Math.abs(bearings.lateMs(now)) > GROSS_MS;
    boolean mayJump = now.state().rate() == rate && patience.allows(now.atMs());
    return gross && mayJump ? seekBack(now, rate) : atRate(rate, now);
  }

  private Turn land(PlayerSample now) {
    double seekTimeMs = bearings.learnt().seekTime().ms();
    return Landings.land(Landings.plan(now.atMs(), 1, seekTimeMs, bearings), now, bearings);
  }

  /// Goes on playing, at `rate` and nothing else.
  private Turn atRate(double rate, PlayerSample now) {
    var following = new Phase.Following(rate, now.atMs() + SETTLE_MS, Lesson.NONE);
    return now.state().rate() == rate
        ? Turn.hold(following)
        : new Turn(following, bearings.setRate(rate, 1));
  }

  private Turn stand(Phase.Standing standing, PlayerSample now) {
    double positionMs = course().positionAt(now.atMs());
    if (isPlayingOut(now, positionMs)) {
      return Turn.hold(standing);
    }
    double offMs = Math.abs(now.positionMs() - positionMs);
    if (standing.placed()) {
      boolean out = !now.state().paused() || (offMs > OUT_OF_PLACE_MS && !now.state().seeking());
      return out ? contradicted(now, standing.attempt()) : Turn.hold(standing);
    }
    if (!now.state().paused()) {
      return new Turn(standing, Act.Pause.PAUSE);
    }
    var placed = new Phase.Standing(true, standing.attempt());
    return offMs > IN_PLACE_MS ? new Turn(placed, new Act.SeekTo(positionMs)) : Turn.hold(placed);
  }

  /// At the end of the media a player is left to play its last moments; its own idea of the length
  /// may differ.
  private boolean isPlayingOut(PlayerSample now, double positionMs) {
    boolean last = !now.state().paused() && now.positionMs() >= positionMs - NEAR_END_MS;
    return positionMs >= course().line().endMs() && (now.state().ended() || last);
  }

  private Turn place(Phase.Placing placing, PlayerSample now) {
    var turn = Landings.place(placing, now, bearings);
    if (!turn.next().equals(placing)) {
      double tookMs = now.atMs() - placing.soughtAtMs();
      bearings = bearings.knowing(bearings.learnt().sought(tookMs));
    }
    return turn;
  }

  private Turn start(Phase.Starting starting, PlayerSample now) {
    picture.started();
    return now.state().paused() ? contradicted(now, 1) : Landings.start(starting, now, bearings);
  }

  private Turn keep(Phase.Following following, PlayerSample now) {
    if (now.state().ended() || !course().isMovingAt(now.atMs())) {
      return Turn.hold(following);
    }
    if (isSomebodyElses(now) || Bearings.isAtOtherRate(now, following.rate())) {
      return contradicted(now, 1);
    }
    if (isRateDue(following.rate(), now)) {
      return atRate(bearings.rateAt(now.atMs() + RATE_LATENCY_MS), now);
    }
    if (!now.state().ready() || now.hidden()) {
      forget();
      return Turn.hold(new Phase.Following(following.rate(), now.atMs() + WAITED_MS, Lesson.NONE));
    }
    if (!isMeasured(following, now)) {
      return Turn.hold(following);
    }
    sensor.clock(now.atMs(), bearings.lateMs(now));
    return sensor
        .estimate()
        .map(estimate -> correct(following, now, estimate))
        .orElse(Turn.hold(following));
  }

  private Turn correct(Phase.Following following, PlayerSample now, Sightings.Estimate found) {
    double rate = following.rate();
    bearings = bearings.taught(following.lesson(), found.lateMs() / rate);
    var can = bearings.can();
    var correction =
        CorrectionLaw.correct(found, following, now.targetBuffered(), can, bearings.learnt());
    return switch (correction) {
      case Correction.None _ -> near(rate, now);
      case Correction.Nudge nudge -> {
        patience.helped();
        yield begin(nudge.legs(), rate, now);
      }
      case Correction.Jump _, Correction.Land _
          when !patience.allows(now.atMs()) || bearings.mayBeRoomTime(following, found) ->
          CorrectionLaw.meanwhile(found.lateMs(), patience.leftMs(now.atMs()), rate, can)
              .map(nudge -> begin(nudge.legs(), rate, now))
              .orElse(Turn.hold(new Phase.Following(rate, now.atMs(), Lesson.NONE)));
      case Correction.Jump _ -> jump(now, rate);
      case Correction.Land _ -> landAgain(now);
    };
  }

  private Turn near(double rate, PlayerSample now) {
    patience.helped();
    var following = new Phase.Following(rate, now.atMs(), Lesson.NONE);
    boolean mayBlip = sensor.believesClock() && !CorrectionLaw.preservesPitch(rate, bearings.can());
    return mayBlip
        ? picture.cure().map(blip -> begin(blip.legs(), rate, now)).orElse(Turn.hold(following))
        : Turn.hold(following);
  }

  private Turn begin(List<Correction.Leg> legs, double rate, PlayerSample now) {
    var leg = legs.getFirst();
    var nudging = new Phase.Nudging(rate, legs, now.atMs() + leg.durationMs());
    return new Turn(nudging, bearings.setRate(rate, leg.factor()));
  }

  private Turn seekBack(PlayerSample now, double rate) {
    boolean canAim = bearings.can().steadySeeks() && now.targetBuffered();
    return canAim ? jump(now, rate) : landAgain(now);
  }

  private Turn jump(PlayerSample now, double rate) {
    patience.corrected(now.atMs());
    double backAtMs = now.atMs() + bearings.learnt().seekLoss().ms();
    return new Turn(
        new Phase.Jumping(rate, now.atMs()), new Act.SeekTo(course().positionAt(backAtMs)));
  }

  private Turn landAgain(PlayerSample now) {
    patience.corrected(now.atMs());
    return land(now);
  }

  private Turn nudge(Phase.Nudging nudging, PlayerSample now) {
    if (isSomebodyElses(now)) {
      return contradicted(now, 1);
    }
    return isRateDue(nudging.rate(), now)
        ? atRate(bearings.rateAt(now.atMs() + RATE_LATENCY_MS), now)
        : leg(nudging, now);
  }

  private Turn leg(Phase.Nudging nudging, PlayerSample now) {
    if (now.atMs() < nudging.untilMs()) {
      return Turn.hold(nudging);
    }
    var rest = nudging.legs().subList(1, nudging.legs().size());
    return rest.isEmpty() ? atRate(nudging.rate(), now) : begin(rest, nudging.rate(), now);
  }

  private Turn jumped(Phase.Jumping jumping, PlayerSample now) {
    if (now.state().paused()) {
      return contradicted(now, 1);
    }
    if (!now.state().canContinue()) {
      return Turn.hold(jumping);
    }
    boolean asUsual = now.atMs() - jumping.soughtAtMs() <= LONG_SEEK_MS;
    double backAtMs = jumping.soughtAtMs() + bearings.learnt().seekLoss().ms();
    double measureFromMs = Math.max(now.atMs(), backAtMs) + WAITED_MS;
    return Turn.hold(
        new Phase.Following(jumping.rate(), measureFromMs, asUsual ? Lesson.JUMP : Lesson.NONE));
  }

  private Turn contradicted(PlayerSample now, int attempt) {
    forget();
    return Turn.hold(new Phase.Contradicted(now.atMs() + GRACE_MS, attempt));
  }

  /// The player does what nobody asked here: a person's wish that the room will agree to, or will
  /// not.
  private Turn bear(Phase.Contradicted contradicted, PlayerSample now) {
    boolean over = now.atMs() >= contradicted.untilMs();
    return over && contradicted.attempt() < MAX_ATTEMPTS
        ? approach(new Phase.Adrift(contradicted.attempt() + 1), now)
        : Turn.hold(contradicted);
  }

  private boolean isRateDue(double rate, PlayerSample now) {
    return bearings.rateAt(now.atMs() + RATE_LATENCY_MS) != rate;
  }

  private boolean isMeasured(Phase.Following following, PlayerSample now) {
    return !now.hidden() && now.state().canContinue() && now.atMs() >= following.measureFromMs();
  }

  private static boolean isSomebodyElses(PlayerSample now) {
    return now.state().paused() || now.state().seeking();
  }
}
