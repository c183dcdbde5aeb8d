package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Finds a smaller day that is bad in the same way, by delta debugging: leaves out happenings, many
/// at a time first, as long as it still fails. Source: Zeller and Hildebrandt, "Simplifying and
/// isolating failure-inducing input", the algorithm ddmin.
final class Shrinker {
  private static final int MOST_TRIES = 400;

  private final Predicate<Plan> fails;
  private int tries;

  /// `fails` lives a day and says whether it was bad in the way that is looked for.
  Shrinker(Predicate<Plan> fails) {
    this.fails = fails;
  }

  /// `plan` with as few happenings as were needed.
  Plan shrink(Plan plan) {
    var left = plan.happenings();
    int parts = 2;
    while (left.size() > 1 && tries < MOST_TRIES) {
      var smaller = withoutAPart(plan, left, parts);
      if (smaller.size() < left.size()) {
        left = smaller;
        parts = Math.max(2, parts - 1);
      } else if (parts < left.size()) {
        parts = Math.min(left.size(), 2 * parts);
      } else {
        break;
      }
    }
    return plan.with(left);
  }

  private List<Happening> withoutAPart(Plan plan, List<Happening> all, int parts) {
    for (int i = 0; i < parts && tries < MOST_TRIES; i++) {
      int from = all.size() * i / parts;
      int to = all.size() * (i + 1) / parts;
      var rest = new ArrayList<>(all.subList(0, from));
      rest.addAll(all.subList(to, all.size()));
      tries++;
      if (fails.test(plan.with(rest))) {
        return rest;
      }
    }
    return all;
  }
}
