package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.Device;
import matinee.room.Media;
import matinee.room.MemberId;
import matinee.room.Wish;

/// Somebody who watches, or has left: a member with a machine, a line and the pages that are open
/// on it.
///
/// The machine's clock begins anywhere within 250 ms and runs wrong by up to 500 ppm.
final class Person {
  private static final double MOST_PPM = 500;
  private static final double WALL_AT_START_MS = 1_790_000_000_000.0;
  private static final double[] STEPS_MS = {25, 25, 40, 60};

  private final World world;
  private final MemberId member;
  private final Chance chance;
  private final Line line;
  private final SimPlayer.Temper temper;
  private final double zeroMs;
  private final double fast;
  private final double stepMs;
  private final boolean lacksCodec;
  private final List<Page> pages = new ArrayList<>();
  private final List<Page> companions = new ArrayList<>();
  private final List<Runnable> whenAwake = new ArrayList<>();
  private String name;
  private double asleepFromMs = Double.POSITIVE_INFINITY;
  private double awakeAtMs;
  private double sleptMs;
  private double wallOffMs;
  private double pagelessSinceMs = Double.NEGATIVE_INFINITY;
  private VirtualTime.Timer wakeUp = VirtualTime.Timer.NONE;
  private int opened;

  Person(World world, int number) {
    this.world = world;
    member = new MemberId("p" + number);
    name = "Name of p" + number;
    chance = world.chance("person " + number);
    zeroMs = chance.between(-250.0, 250.0) + 1e6;
    fast = chance.between(-MOST_PPM, MOST_PPM) * 1e-6;
    stepMs = STEPS_MS[chance.below(STEPS_MS.length)];
    double farMs = chance.in(30) ? 80 : 15;
    line =
        new Line(
            world.chance("line " + number),
            chance.between(1, farMs),
            chance.between(1, farMs),
            chance.in(30) ? 40 : 4);
    temper =
        new SimPlayer.Temper(
            chance.in(20) ? 350 : 90,
            chance.in(20) ? 2_500 : 20,
            chance.in(20) ? 120 : 10,
            chance.between(0, 2e-4),
            chance.in(20));
    lacksCodec = number > 0 && chance.in(10);
  }

  MemberId member() {
    return member;
  }

  /// What the person is called from now on, wherever a ticket is asked for.
  void beCalled(String other) {
    name = other;
  }

  String name() {
    return name;
  }

  Line line() {
    return line;
  }

  SimPlayer.Temper temper() {
    return temper;
  }

  /// Between two looks of a page at its player, while it moves.
  double stepMs() {
    return stepMs;
  }

  /// The same while it stands; nobody would notice more.
  double restMs() {
    return 4 * stepMs;
  }

  boolean canPlay(Media media) {
    return !lacksCodec || media.ref().equals(Films.ALL.getFirst().ref());
  }

  /// What the machine's monotonic clock shows. It stands while the machine sleeps.
  double nowMs() {
    double trueMs = Math.min(world.time().nowMs(), asleepFromMs) - sleptMs;
    return zeroMs + trueMs * (1 + fast);
  }

  double wallTimeMs() {
    return WALL_AT_START_MS + world.time().nowMs() + wallOffMs;
  }

  /// Somebody, or a time service, sets the wall clock forward, or back when `byMs` is below 0. What
  /// the monotonic clock shows goes on as before.
  void setWallClock(double byMs) {
    wallOffMs += byMs;
  }

  /// The machine sleeps from now on for so long.
  void sleep(double forMs) {
    if (isAsleep()) {
      return;
    }
    asleepFromMs = world.time().nowMs();
    awakeAtMs = asleepFromMs + forMs;
    pages.forEach(page -> page.following().ifPresent(it -> it.player().starve(forMs)));
    wakeUp = world.time().at(awakeAtMs, this::wake);
  }

  /// The machine is awake again, if it slept: what was due meanwhile happens now.
  void wake() {
    if (asleepFromMs < Double.POSITIVE_INFINITY) {
      wakeUp.callOff();
      sleptMs += world.time().nowMs() - asleepFromMs;
      asleepFromMs = Double.POSITIVE_INFINITY;
      awakeAtMs = world.time().nowMs();
      var waiting = List.copyOf(whenAwake);
      whenAwake.clear();
      waiting.forEach(Runnable::run);
    }
  }

  boolean isAsleep() {
    return world.time().nowMs() < awakeAtMs;
  }

  /// Now, or when the machine is awake again.
  void whenAwake(Runnable call) {
    if (isAsleep()) {
      whenAwake.add(call);
    } else {
      call.run();
    }
  }

  /// `delayMs` of the machine's clock from now; timers are late by a little.
  VirtualTime.Timer after(double delayMs, Runnable call) {
    var timers = new VirtualTime.Timer[1];
    double dueMs = Math.max(0, delayMs) / (1 + fast) + chance.between(0.0, 3.0);
    timers[0] = world.time().after(dueMs, () -> whenAwake(() -> unlessOff(timers[0], call)));
    return timers[0];
  }

  private static void unlessOff(VirtualTime.Timer timer, Runnable call) {
    if (!timer.isOff()) {
      call.run();
    }
  }

  /// The pages that are open, oldest first.
  List<Page> pages() {
    return List.copyOf(pages);
  }

  /// The page that the person looks at.
  Optional<Page> page() {
    return pages.isEmpty() ? Optional.empty() : Optional.of(pages.getLast());
  }

  void openPage() {
    pages.add(new Page(world, this, Device.SCREEN, opened++));
  }

  /// The companions that the person has taken, oldest first.
  List<Page> companions() {
    return List.copyOf(companions);
  }

  void takeCompanion() {
    companions.add(new Page(world, this, Device.COMPANION, opened++));
  }

  /// The newest companion is closed without a word.
  void dropCompanion() {
    if (!companions.isEmpty()) {
      companions.removeLast().close();
    }
  }

  void pressOnCompanion(Wish wish) {
    if (!companions.isEmpty()) {
      companions.getLast().press(wish);
    }
  }

  void arrive() {
    if (pages.isEmpty()) {
      openPage();
    }
  }

  /// Closes every page without a word.
  void closePages() {
    pages.forEach(Page::close);
    noPages();
  }

  void leave() {
    pages.forEach(Page::leave);
    noPages();
  }

  private void noPages() {
    pages.clear();
    pagelessSinceMs = world.time().nowMs();
  }

  /// For how long there has been no page, companions apart; 0 while there is one.
  double pagelessForMs() {
    return pages.isEmpty() ? world.time().nowMs() - pagelessSinceMs : 0;
  }

  void press(Wish wish) {
    if (wish instanceof Wish.Rename(var other)) {
      beCalled(other);
    }
    page().ifPresent(page -> page.press(wish));
  }
}
