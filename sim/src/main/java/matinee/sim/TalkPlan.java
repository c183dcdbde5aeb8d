package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import matinee.room.Wish;
import matinee.sim.Happening.What;

/// On some days people talk much, and look back at what was said. Chance of its own, so that the
/// rest of a day is what it would be without.
final class TalkPlan {
  private static final int DAYS_IN_A_HUNDRED = 20;
  private static final double FOR_MS = 30_000;
  private static final int LINES = 4;

  private TalkPlan() {}

  /// What `people` do besides on the day of that seed.
  static List<Happening> of(long seed, int people) {
    var luck = Chance.of(seed, "lines");
    if (!luck.in(DAYS_IN_A_HUNDRED)) {
      return List.of();
    }
    var happenings = new ArrayList<Happening>();
    double fromMs = luck.between(2_500.0, 10_000.0);
    int many = 10 + luck.below(14);
    for (int i = 0; i < LINES; i++) {
      var say = new Wish.Say("first " + i);
      happenings.add(new Happening(fromMs + i * 100, new What.Press(luck.below(people), say)));
    }
    for (int i = 0; i < many; i++) {
      double thenMs = luck.between(fromMs, fromMs + FOR_MS);
      int who = luck.in(30) ? Happening.WHO_LEADS : luck.below(people);
      var deed = luck.oneOf(List.of(TalkDeed.values()));
      int back = luck.below(6);
      happenings.add(new Happening(thenMs, new What.Talk(who, deed, back)));
      if (deed == TalkDeed.REACT && luck.in(60)) {
        happenings.add(new Happening(thenMs + 300, new What.Talk(who, TalkDeed.TAKE_BACK, back)));
      }
    }
    return happenings;
  }
}
