package matinee.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// F-32: what goes wrong in a trial, one after the other, each for a while, with some calm after
/// it. The same seed gives the same schedule.
record Schedule(List<Planned> planned) {
  private static final int SHORTEST_MS = 500;
  private static final int LONGEST_MS = 9_000;
  private static final int LONGEST_CALM_MS = 3_000;

  Schedule {
    planned = List.copyOf(planned);
  }

  /// `fault` for `holdMs`, then healed, then `calmMs` after everybody has converged. `number` tells
  /// the chance of one from that of another.
  record Planned(int number, Fault fault, long holdMs, long calmMs) {}

  /// One for about `ms`, of what can go wrong out of `faults`. None comes again before each of the
  /// others has come.
  static Schedule draw(RandomGenerator chance, List<Fault> faults, long ms) {
    var planned = new ArrayList<Planned>();
    var left = new ArrayList<Fault>();
    for (long used = 0; used < ms; ) {
      if (left.isEmpty()) {
        left.addAll(faults);
      }
      var fault = left.remove(chance.nextInt(left.size()));
      long hold = SHORTEST_MS + chance.nextInt(LONGEST_MS - SHORTEST_MS);
      long calm = chance.nextInt(LONGEST_CALM_MS);
      planned.add(new Planned(planned.size() + 1, fault, hold, calm));
      used += hold + calm;
    }
    return new Schedule(planned);
  }
}
