package matinee.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.GatePolicy;
import matinee.room.MemberId;
import matinee.room.SlowMode;
import matinee.room.Standing;
import matinee.room.Wish;
import matinee.room.Writers;
import matinee.sim.Happening.What;

/// A bad day: how many people there are, what happens when, and when it is over.
record Plan(long seed, int people, List<Happening> happenings, double untilMs) {
  private static final double[] RATES = {0.5, 1, 1.25, 2};
  private static final double MOST_GAP_MS = 4_000;
  private static final int COMPANION_DAYS_IN_A_HUNDRED = 20;
  private static final int QUEUE_DAYS_IN_A_HUNDRED = 25;
  private static final int SLOW_DAYS_IN_A_HUNDRED = 15;
  private static final int QUIET_DAYS_IN_A_HUNDRED = 15;
  private static final double HUNGRY_MS = 110_000;
  private static final double[] CLOCK_STEPS_MS = {0, 0, -90_000, -1_500, 2_000, 90_000};

  private static final List<Standing> GIVEN =
      List.of(Standing.MEMBER, Standing.MEMBER, Standing.GUEST, Standing.WATCHER);

  Plan {
    happenings = List.copyOf(happenings);
  }

  /// The day of that seed.
  static Plan of(long seed) {
    return new Planner(seed).plan();
  }

  /// The same day with only these happenings.
  Plan with(List<Happening> some) {
    return new Plan(seed, people, some, untilMs);
  }

  private static final class Planner {
    private final long seed;
    private final Chance chance;
    private final int people;
    private final List<Happening> happenings = new ArrayList<>();
    private double atMs;

    Planner(long seed) {
      this.seed = seed;
      chance = Chance.of(seed, "plan");
      people = 2 + chance.below(3);
    }

    Plan plan() {
      for (int i = 0; i < people; i++) {
        add(new What.Arrive(i));
      }
      atMs = 500;
      add(new What.Press(0, new Wish.Load(chance.oneOf(Films.ALL.subList(0, 2)))));
      atMs = 2_000;
      add(new What.Press(0, new Wish.Play()));
      if (chance.in(20)) {
        atMs = 3_000;
        var all = Control.all(ControlPolicy.ASK);
        add(new What.Press(Happening.WHO_LEADS, new Wish.SetControl(all)));
      }
      int many = 25 + chance.below(30);
      for (int i = 0; i < many; i++) {
        // now and then several things at once
        atMs += chance.in(30) ? chance.between(0.0, 60.0) : chance.between(100, MOST_GAP_MS);
        add(something());
      }
      if (chance.in(8)) {
        starveAgainAndAgain(somebody());
      }
      takeCompanions();
      queueUp();
      slowDown();
      announce();
      happenings.addAll(TalkPlan.of(seed, people));
      happenings.addAll(DoorPlan.of(seed, people));
      happenings.addAll(SupplyPlan.of(seed, people));
      happenings.sort(Comparator.comparingDouble(Happening::atMs));
      return new Plan(seed, people, happenings, atMs + 1_000);
    }

    /// A player that never has enough for long: the others have to wait for it until its grace
    /// ends.
    private void starveAgainAndAgain(int who) {
      atMs = Math.max(atMs, HUNGRY_MS);
      for (double ms = 4_000; ms < HUNGRY_MS; ms += 13_500) {
        happenings.add(new Happening(ms, new What.Press(Happening.WHO_LEADS, new Wish.Play())));
        happenings.add(new Happening(ms + 2_000, new What.Stall(who, 11_000)));
      }
    }

    /// On some days somebody has a telephone beside the film, or several. Chance of its own, so
    /// that the rest of a day is what it would be without.
    private void takeCompanions() {
      var luck = Chance.of(seed, "companions");
      if (!luck.in(COMPANION_DAYS_IN_A_HUNDRED)) {
        return;
      }
      int who = luck.below(people);
      double fromMs = 2_500;
      happenings.add(new Happening(fromMs, new What.TakeCompanion(who)));
      int many = 6 + luck.below(10);
      for (int i = 0; i < many; i++) {
        happenings.add(new Happening(luck.between(fromMs, atMs), onCompanion(luck, who)));
      }
      if (luck.in(30)) {
        double mutedMs = luck.between(fromMs, atMs);
        var mute = new Wish.SetMuted(named(who), true);
        happenings.add(new Happening(mutedMs, new What.Press(Happening.WHO_LEADS, mute)));
        happenings.add(
            new Happening(mutedMs + 1_000, new What.PressOnCompanion(who, new Wish.Say("hm"))));
      }
      if (luck.in(30)) {
        double aloneMs = luck.between(fromMs, atMs);
        happenings.add(new Happening(aloneMs, new What.ClosePage(who)));
        happenings.add(new Happening(aloneMs + 8_000, new What.Arrive(who)));
      }
    }

    /// On some days people put together what they see next, and something short comes to its end.
    /// Chance of its own, too.
    private void queueUp() {
      var luck = Chance.of(seed, "up next");
      if (!luck.in(QUEUE_DAYS_IN_A_HUNDRED)) {
        return;
      }
      double shortMs = luck.between(2_500.0, 6_000.0);
      var load = new Wish.Load(Films.ALL.getLast());
      happenings.add(new Happening(shortMs, new What.Press(Happening.WHO_LEADS, load)));
      happenings.add(
          new Happening(shortMs + 3_000, new What.Press(Happening.WHO_LEADS, new Wish.Play())));
      if (luck.in(30)) {
        double endMs = shortMs + 3_000 + 20_000;
        happenings.add(
            new Happening(endMs + 5_000, new What.Queue(luck.below(people), QueueDeed.STAY, 0)));
      }
      int many = 8 + luck.below(10);
      for (int i = 0; i < many; i++) {
        var deed = i < 2 ? QueueDeed.ADD : luck.oneOf(List.of(QueueDeed.values()));
        int who = luck.in(30) ? Happening.WHO_LEADS : luck.below(people);
        double thenMs = luck.between(shortMs, Math.max(atMs, shortMs + 50_000));
        happenings.add(new Happening(thenMs, new What.Queue(who, deed, luck.below(3))));
        if (deed == QueueDeed.NEXT) {
          int other = luck.below(people);
          happenings.add(new Happening(thenMs + 20, new What.Queue(other, deed, 0)));
        }
      }
    }

    /// On some days there is more talk than who leads likes. Chance of its own, too.
    private void slowDown() {
      var luck = Chance.of(seed, "slow mode");
      if (!luck.in(SLOW_DAYS_IN_A_HUNDRED)) {
        return;
      }
      double slowMs = luck.between(2_500.0, 10_000.0);
      lead(slowMs, new Wish.SetSlowMode(new SlowMode.Every(1 + luck.below(20))));
      talk(luck, slowMs);
      if (luck.in(50)) {
        lead(slowMs + 20_000, new Wish.SetSlowMode(SlowMode.AsUsual.AS_USUAL));
      }
    }

    /// On some days who leads lets few write. Chance of its own, too.
    private void announce() {
      var luck = Chance.of(seed, "writers");
      if (!luck.in(QUIET_DAYS_IN_A_HUNDRED)) {
        return;
      }
      double quietMs = luck.between(2_500.0, 10_000.0);
      var few = List.of(Writers.MEMBERS, Writers.HOSTS);
      lead(quietMs, new Wish.SetWriters(luck.oneOf(few)));
      lead(quietMs + 500, new Wish.SetStanding(named(luck.below(people)), Standing.GUEST));
      talk(luck, quietMs);
      if (luck.in(50)) {
        lead(quietMs + 20_000, new Wish.SetWriters(Writers.EVERYBODY));
      }
    }

    /// Many say something in the 20 s after `fromMs`.
    private void talk(Chance luck, double fromMs) {
      int many = 6 + luck.below(10);
      for (int i = 0; i < many; i++) {
        double thenMs = luck.between(fromMs, fromMs + 20_000);
        var say = new Wish.Say("word " + i);
        happenings.add(new Happening(thenMs, new What.Press(luck.below(people), say)));
      }
    }

    private void lead(double thenMs, Wish wish) {
      happenings.add(new Happening(thenMs, new What.Press(Happening.WHO_LEADS, wish)));
    }

    private What onCompanion(Chance luck, int who) {
      return switch (luck.below(10)) {
        case 0 -> new What.TakeCompanion(who);
        case 1, 2 -> new What.DropCompanion(who);
        case 3 -> new What.PressOnCompanion(who, new Wish.Play());
        case 4 -> new What.PressOnCompanion(who, new Wish.Rename("Phone"));
        default -> new What.PressOnCompanion(who, new Wish.Say("from the sofa"));
      };
    }

    private void add(What what) {
      happenings.add(new Happening(atMs, what));
    }

    private What something() {
      if (chance.in(48)) {
        return new What.Press(somebody(), wish());
      }
      if (chance.in(25)) {
        return order();
      }
      return chance.in(50) ? doing() : fault();
    }

    private int somebody() {
      return chance.below(people);
    }

    private Wish wish() {
      return switch (chance.below(17)) {
        case 0, 1, 2, 3 -> new Wish.Play();
        case 4, 5 -> new Wish.Pause();
        case 6, 7, 8 -> new Wish.Seek(position());
        case 9 -> new Wish.SetRate(RATES[chance.below(RATES.length)]);
        case 10 -> new Wish.Load(chance.oneOf(Films.ALL));
        case 11 -> new Wish.Say("line " + chance.below(1_000));
        case 12 -> new Wish.Rename("Name " + chance.below(1_000));
        case 13 -> new Wish.SetControl(control());
        case 14 -> chance.in(50) ? new Wish.SetGate(gate()) : new Wish.SetExcused(chance.in(50));
        case 15 -> new Wish.HandOver(other());
        default -> new Wish.SetStanding(other(), chance.oneOf(GIVEN));
      };
    }

    /// What people do to one another, and to what they ask for: mostly who may.
    private What order() {
      int who = chance.in(75) ? Happening.WHO_LEADS : somebody();
      return switch (chance.below(17)) {
        case 0 -> kick(who, somebody());
        case 1 -> new What.Press(who, new Wish.Ban(other()));
        case 2, 3, 4 -> new What.Press(who, new Wish.Unban(other()));
        case 5, 6 -> new What.Press(who, new Wish.SetMuted(other(), chance.in(70)));
        case 7, 8 -> new What.Press(who, new Wish.SetLocked(chance.in(60)));
        case 9 -> stand(who, somebody());
        case 10 -> new What.Press(who, new Wish.HandOver(other()));
        case 11 -> new What.Press(somebody(), new Wish.Withdraw());
        case 12 -> new What.Press(who, new Wish.SetControl(Control.all(ControlPolicy.ASK)));
        default -> answer(who);
      };
    }

    /// Half of those who are put out are just talking, to a server that is slow.
    private What kick(int who, int other) {
      if (chance.in(50)) {
        happenings.add(new Happening(atMs - 40, new What.Busy(250)));
        happenings.add(new Happening(atMs - 30, new What.Chatter(other, 15)));
      }
      return new What.Press(who, new Wish.Kick(named(other)));
    }

    /// Some of those who are given another standing go, and come back.
    private What stand(int who, int other) {
      if (chance.in(40)) {
        happenings.add(new Happening(atMs + 1_000, new What.Leave(other)));
        happenings.add(new Happening(atMs + 3_000, new What.Arrive(other)));
      }
      return new What.Press(who, new Wish.SetStanding(named(other), chance.oneOf(GIVEN)));
    }

    /// Now and then those who asked think better of it at that moment.
    private What answer(int who) {
      if (chance.in(30)) {
        for (int asking = 0; asking < people; asking++) {
          happenings.add(
              new Happening(
                  atMs - chance.between(0.0, 40.0), new What.Press(asking, new Wish.Withdraw())));
        }
      }
      return new What.Answer(who, chance.in(60));
    }

    private MemberId other() {
      return named(somebody());
    }

    private static MemberId named(int who) {
      return new MemberId("p" + who);
    }

    private Control control() {
      var all = Control.all(policy());
      return chance.in(70)
          ? all
          : new Control(all.load(), policy(), policy(), all.speed(), all.queue());
    }

    private ControlPolicy policy() {
      return switch (chance.below(4)) {
        case 0 -> ControlPolicy.HOST_ONLY;
        case 1 -> ControlPolicy.ASK;
        default -> ControlPolicy.EVERYONE;
      };
    }

    private GatePolicy gate() {
      return switch (chance.below(4)) {
        case 0 -> GatePolicy.Host.HOST;
        case 1 -> new GatePolicy.Quorum(1 + chance.below(99));
        case 2 -> GatePolicy.NoOne.NO_ONE;
        default -> GatePolicy.Everyone.EVERYONE;
      };
    }

    private long position() {
      return chance.in(50) ? chance.between(0, 60_000) : chance.between(0, 3_700_000);
    }

    private What doing() {
      int who = somebody();
      return switch (chance.below(13)) {
        case 0 -> new What.Touch(who, Happening.Key.PLAY, 0);
        case 1 -> new What.Touch(who, Happening.Key.PAUSE, 0);
        case 2 -> new What.Touch(who, Happening.Key.SEEK, position());
        case 3 -> new What.Scrub(who, position(), position());
        case 4 -> new What.Chatter(who, 5 + chance.below(20));
        case 5 -> leave(who);
        case 6 -> new What.ClosePage(who);
        case 7 -> new What.Reload(who);
        case 8 -> new What.OpenAnother(who);
        case 9, 10 -> new What.ComeBack(who);
        default -> new What.Arrive(who);
      };
    }

    /// Half of those who leave are back soon.
    private What leave(int who) {
      if (chance.in(50)) {
        double backMs = atMs + chance.between(200.0, 8_000.0);
        happenings.add(new Happening(backMs, new What.Arrive(who)));
      }
      return new What.Leave(who);
    }

    private What fault() {
      int who = somebody();
      return switch (chance.below(19)) {
        case 0, 1, 2 -> new What.Stall(who, chance.between(300.0, 14_000.0));
        case 3 -> new What.Sleep(who, chance.between(500.0, 40_000.0));
        case 4, 5, 6 -> new What.Cut(who, chance.in(50), chance.in(70), chance.in(70));
        case 7, 8 -> new What.Gap(who, chance.between(200.0, 12_000.0));
        case 9 -> new What.Doubt(who);
        case 10, 11, 12 -> kill();
        case 13 -> new What.Stop(down(), step());
        case 14 -> new What.DiskFails(chance.in(50));
        case 15 -> new What.Beaten();
        case 16 -> new What.Jump(who, jump());
        case 17 -> new What.ServerJump(jump());
        default ->
            chance.in(60)
                ? new What.Busy(chance.between(100.0, 4_000.0))
                : new What.Restore(1 + chance.below(8), down());
      };
    }

    private What kill() {
      var when =
          switch (chance.below(3)) {
            case 0 -> Disk.Trouble.NONE;
            case 1 -> Disk.Trouble.DIES_BEFORE;
            default -> Disk.Trouble.DIES_AFTER;
          };
      return new What.Kill(when, chance.in(70), down(), step());
    }

    private double down() {
      return chance.in(10) ? chance.between(55_000.0, 90_000.0) : chance.between(100.0, 5_000.0);
    }

    /// Most clocks are set by little, some by hours.
    private double jump() {
      return chance.in(80) ? chance.between(-9_000.0, 9_000.0) : chance.between(-1e7, 1e7);
    }

    private double step() {
      return CLOCK_STEPS_MS[chance.below(CLOCK_STEPS_MS.length)];
    }
  }
}
