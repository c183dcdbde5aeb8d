package matinee.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import matinee.room.Length;
import matinee.room.Playback;

/// The shell around a follower, on virtual time: probes, samples every 25 ms, does the acts, keeps
/// a record of them.
///
/// Its clock shows `zeroMs` at the beginning and runs fast by `fast` (1e-6: 1 ppm). Timers are late
/// by up to `lateMs`.
final class FollowingClient implements FakeClient {
  private static final double STEP_MS = 25;
  private static final int MOST_ACTS_AT_ONCE = 6;

  record LocalClock(double zeroMs, double fast) {
    double at(double trueMs) {
      return zeroMs + trueMs * (1 + fast);
    }

    double trueTimeOf(double localMs) {
      return (localMs - zeroMs) / (1 + fast);
    }
  }

  record Done(double atMs, Act act, boolean corrected) {}

  private final VirtualTime time;
  private final RandomGenerator chance;
  private final FakeRoom room;
  private final FakePlayer player;
  private final LocalClock local;
  private final double lateMs;
  private final NetworkPath up;
  private final NetworkPath down;
  private final RoomClock clock;
  private final Follower follower;
  private final List<Done> done = new ArrayList<>();
  private final List<Double> targets = new ArrayList<>();
  private int playToken;
  private double sleptMs;
  private double awakeFromMs;
  private double asleepFromMs = Double.POSITIVE_INFINITY;
  private double wallClockOffMs;
  private boolean hidden;

  FollowingClient(Simulation.Seat seat, VirtualTime time, RandomGenerator chance, FakeRoom room) {
    this.time = time;
    this.chance = chance;
    this.room = room;
    this.player = seat.player(chance);
    this.local = seat.clock();
    this.lateMs = seat.timersLateMs();
    this.up = seat.network().up();
    this.down = seat.network().down();
    this.clock = new RoomClock(local.at(time.nowMs()));
    this.follower = new Follower(clock, seat.model().capabilities(), seat.learnt());
  }

  @Override
  public NetworkPath down() {
    return down;
  }

  @Override
  public FakePlayer player() {
    return player;
  }

  @Override
  public void open() {
    follower.load();
    probe();
    tick();
    time.every(FakePlayer.FRAME_MS, this::frame);
  }

  @Override
  public void hear(Playback playback, Length length) {
    targets.add(time.nowMs());
    follower.follow(playback, length);
    step();
  }

  List<Done> done() {
    return done;
  }

  /// When it heard of another target.
  List<Double> targets() {
    return targets;
  }

  Follower follower() {
    return follower;
  }

  /// By how much its idea of room time is wrong.
  double clockErrorMs() {
    double believed = clock.roomTimeAt(localNow());
    return believed - FakeRoom.roomTimeOf(time.nowMs());
  }

  RoomClock clock() {
    return clock;
  }

  void hide() {
    hidden = true;
  }

  void show() {
    hidden = false;
    clock.reset(localNow());
  }

  /// The machine sleeps for so long from now: the player, the timers and the local clock stand
  /// still; only the wall clock goes on.
  void sleep(double forMs) {
    awakeFromMs = time.nowMs() + forMs;
    player.starve(time.nowMs(), forMs);
    asleepFromMs = time.nowMs();
    time.at(
        awakeFromMs,
        () -> {
          sleptMs += forMs;
          asleepFromMs = Double.POSITIVE_INFINITY;
        });
  }

  /// Somebody sets the wall clock of the machine.
  void setWallClock(double byMs) {
    wallClockOffMs += byMs;
  }

  private double localNow() {
    return local.at(Math.min(time.nowMs(), asleepFromMs) - sleptMs);
  }

  private double trueTimeOf(double localMs) {
    return local.trueTimeOf(localMs) + sleptMs;
  }

  private boolean sleeps() {
    return time.nowMs() < awakeFromMs;
  }

  private void probe() {
    if (sleeps()) {
      time.at(awakeFromMs, this::probe);
      return;
    }
    double t0 = localNow();
    clock.wallClockShows(t0, time.nowMs() + wallClockOffMs);
    clock.probeSent(t0);
    time.at(
        up.arrivalOf(time.nowMs(), chance),
        () -> {
          double t1 = room.roomTimeMs();
          time.at(down.arrivalOf(time.nowMs(), chance), () -> clock.sample(t0, t1, t1, localNow()));
        });
    scheduleProbe();
  }

  /// A burst may begin before the probe that was due: looks again every 25 ms, as the shell does.
  private void scheduleProbe() {
    double dueMs = trueTimeOf(clock.nextProbeAtMs());
    double lookMs = time.nowMs() + STEP_MS;
    if (dueMs <= lookMs) {
      time.at(dueMs, this::probe);
    } else {
      time.at(lookMs, this::scheduleProbe);
    }
  }

  private void tick() {
    if (sleeps()) {
      time.at(awakeFromMs, this::tick);
      return;
    }
    step();
    double gapMs = hidden ? 1_000 : STEP_MS + lateMs * chance.nextDouble();
    time.after(gapMs, this::tick);
  }

  private void frame() {
    if (!hidden && !sleeps() && player.isMovingAt(time.nowMs())) {
      follower.frame(localNow(), player.frameAt(time.nowMs()));
    }
  }

  private void step() {
    for (int i = 0; i < MOST_ACTS_AT_ONCE; i++) {
      boolean playing = !player.stateAt(time.nowMs()).paused();
      var act = follower.step(sample());
      if (act instanceof Act.Hold) {
        return;
      }
      done.add(new Done(time.nowMs(), act, playing));
      perform(act);
    }
    throw new AssertionError("acts without end: " + done.subList(done.size() - 6, done.size()));
  }

  private PlayerSample sample() {
    double nowMs = time.nowMs();
    return new PlayerSample(localNow(), player.shownAt(nowMs), player.stateAt(nowMs), hidden, true);
  }

  private void perform(Act act) {
    int token = ++playToken;
    double nowMs = time.nowMs();
    switch (act) {
      case Act.Hold _ -> playToken--;
      case Act.Pause _ -> player.pause(nowMs);
      case Act.SeekTo(double positionMs) -> player.seek(nowMs, positionMs);
      case Act.SetRate(double rate, boolean preservesPitch) ->
          player.setRate(nowMs, rate, preservesPitch);
      case Act.PlayAt(double atMs) -> time.at(trueTimeOf(atMs), () -> playIfStillMeant(token));
    }
  }

  private void playIfStillMeant(int token) {
    if (token == playToken) {
      player.play(time.nowMs());
      step();
    }
  }
}
