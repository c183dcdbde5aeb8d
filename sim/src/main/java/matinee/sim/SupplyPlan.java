package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.Available;
import matinee.room.Wish;
import matinee.sim.Happening.What;

/// On some days people watch a film that is on its way in: it comes slower than they watch, or
/// stops for a while, and on a few days it never comes. Chance of its own.
final class SupplyPlan {
  private static final int DAYS_IN_A_HUNDRED = 20;
  private static final double TOLD_EVERY_MS = 2_000;

  private SupplyPlan() {}

  /// What happens besides on the day of that seed, where there are so many people.
  static List<Happening> of(long seed, int people) {
    var luck = Chance.of(seed, "supply");
    return luck.in(DAYS_IN_A_HUNDRED) ? plan(luck, people) : List.of();
  }

  private static List<Happening> plan(Chance luck, int people) {
    var happenings = new ArrayList<Happening>();
    double atMs = luck.between(2_500.0, 6_000.0);
    happenings.add(press(atMs, Happening.WHO_LEADS, new Wish.Load(Films.COMING)));
    double thereMs = luck.between(0.0, 20_000.0);
    double speed = luck.between(0.3, 1.5);
    int often = 20 + luck.below(20);
    for (int i = 0; i < often; i++) {
      happenings.add(
          new Happening(
              atMs + 100, new What.Supply(Optional.of(new Available.Until((long) thereMs)))));
      if (luck.in(12)) {
        happenings.add(press(atMs + 500, Happening.WHO_LEADS, new Wish.Play()));
      }
      if (luck.in(8)) {
        var far = new Wish.Seek((long) thereMs + luck.below(20_000));
        happenings.add(press(atMs + 700, luck.below(people), far));
      }
      atMs += TOLD_EVERY_MS;
      thereMs += luck.in(10) ? 0 : TOLD_EVERY_MS * speed;
    }
    happenings.add(press(atMs, Happening.WHO_LEADS, new Wish.Play()));
    var end = luck.in(75) ? Optional.<Available>of(Available.All.ALL) : NEVER;
    happenings.add(new Happening(atMs + luck.between(500.0, 20_000.0), new What.Supply(end)));
    return happenings;
  }

  private static final Optional<Available> NEVER = Optional.empty();

  private static Happening press(double atMs, int who, Wish wish) {
    return new Happening(atMs, new What.Press(who, wish));
  }
}
