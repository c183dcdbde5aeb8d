package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Lives many days, as many at a time as there are processors.
final class Simulator {
  private static final int MOST_FAILURES = 5;

  private final Build build;
  private final World.Files files;

  Simulator(Build build, World.Files files) {
    this.build = build;
    this.files = files;
  }

  /// What came of many days: how many there were, everything counted, and those that were bad.
  record Tally(long seeds, double virtualMs, Counts counts, List<Day.Outcome> bad) {}

  /// The day of one seed.
  Day.Outcome live(long seed) {
    return live(Plan.of(seed));
  }

  /// A day in a thread of its own: what parts of the server keep for their thread ends with it.
  Day.Outcome live(Plan plan) {
    var outcome = new ArrayList<Day.Outcome>(1);
    join(Thread.ofPlatform().name("day").start(() -> outcome.add(Day.live(plan, build, files))));
    return outcome.getFirst();
  }

  /// The days of `many` seeds from `first` on; fewer when several of them are bad.
  Tally live(long first, long many) {
    var next = new AtomicLong(first);
    var outcomes = new ConcurrentLinkedQueue<Day.Outcome>();
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      workers.add(Thread.ofPlatform().start(() -> work(next, first + many, outcomes)));
    }
    workers.forEach(Simulator::join);
    var counts = new Counts();
    outcomes.forEach(outcome -> counts.addAll(outcome.counts()));
    double virtualMs = outcomes.stream().mapToDouble(Day.Outcome::virtualMs).sum();
    var bad = outcomes.stream().filter(outcome -> !outcome.isGood()).toList();
    return new Tally(outcomes.size(), virtualMs, counts, bad);
  }

  private void work(AtomicLong next, long end, ConcurrentLinkedQueue<Day.Outcome> outcomes) {
    for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
      outcomes.add(live(seed));
      if (outcomes.stream().filter(outcome -> !outcome.isGood()).count() >= MOST_FAILURES) {
        return;
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the simulator", e);
    }
  }

  /// A bad day for people to read: what was broken, and the fewest happenings that break it.
  String explain(Day.Outcome bad) {
    var broken = bad.violation().orElseThrow();
    var shrunk =
        new Shrinker(
                plan ->
                    live(plan)
                        .violation()
                        .filter(again -> again.invariant().equals(broken.invariant()))
                        .isPresent())
            .shrink(bad.plan());
    var last = live(shrunk).violation().orElse(broken);
    var happenings =
        shrunk.happenings().stream().map(Object::toString).collect(Collectors.joining("\n  "));
    return """
    seed %d, %d people: %s
    after shrinking: %s
      %s
    %d of %d happenings, then all is healed at %.0f ms. Again: ./dev sim --seed %d
    """
        .formatted(
            bad.plan().seed(),
            bad.plan().people(),
            broken.getMessage(),
            last.getMessage(),
            happenings,
            shrunk.happenings().size(),
            bad.plan().happenings().size(),
            shrunk.untilMs(),
            bad.plan().seed());
  }
}
