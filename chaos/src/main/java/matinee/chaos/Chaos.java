package matinee.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// `./dev chaos`: random faults from a seed, or one fault by its row.
///
///     ./dev chaos --seed 7 --minutes 5
///     ./dev chaos F-05
///
/// Ends with 1 when something did not hold.
public final class Chaos {
  private static final Duration CONVERGE_LIMIT = Duration.ofSeconds(30);

  private static final Set<String> OPTIONS =
      Set.of(
          "seed", "minutes", "seconds", "nodes", "redis", "balancer", "rooms", "members", "every");

  private final Arguments given;
  private final Path folder;

  private Chaos(Arguments given, Path folder) {
    this.given = given;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    var given = Arguments.parse(arguments, OPTIONS);
    var chaos = new Chaos(given, Path.of("chaos", "target", "runs").toAbsolutePath());
    boolean good = true;
    if (given.words().isEmpty()) {
      good = chaos.random();
    }
    for (var row : given.words()) {
      good &= chaos.one(row);
    }
    System.exit(good ? 0 : 1);
  }

  private Shape shape(String name, long seed) throws IOException {
    int nodes = (int) given.number("nodes", 2);
    var run = folder.resolve(name);
    deleteAll(run);
    var balancer =
        given.yes("balancer", false) ? OptionalInt.of(Ports.free()) : OptionalInt.empty();
    return new Shape(
        nodes, given.yes("redis", true), balancer, run, seed, Arguments.flags(), List.of());
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private Crowd.Size size(int rooms, int members) {
    return new Crowd.Size(
        (int) given.number("rooms", rooms),
        (int) given.number("members", members),
        given.number("every", 1) * 1_000);
  }

  /// F-32.
  private boolean random() throws Exception {
    long seed = given.number("seed", System.currentTimeMillis() % 1_000_000);
    long ms = given.number("minutes", 5) * 60_000;
    System.out.println("seed " + seed);
    try (var trial = Trial.begin(shape("seed-" + seed, seed), size(8, 6), System.out)) {
      var possible =
          Faults.ALL.stream().filter(fault -> fault.needs().areMetBy(trial.cluster())).toList();
      var schedule = Schedule.draw(Chance.of(seed, "schedule"), possible, ms);
      return follow(trial, schedule);
    }
  }

  private boolean one(String row) throws Exception {
    long seed = given.number("seed", 1);
    var fault = Faults.of(row);
    System.out.println(fault + ", seed " + seed);
    try (var trial = Trial.begin(shape(row, seed), size(20, 10), System.out)) {
      Pause.ms(5_000);
      var planned = new Schedule.Planned(1, fault, given.number("seconds", 10) * 1_000, 5_000);
      return follow(trial, new Schedule(List.of(planned)));
    }
  }

  private static boolean follow(Trial trial, Schedule schedule) throws Exception {
    double from = trial.nowMs();
    Optional<Trial.NotConverged> failure = Optional.empty();
    try {
      for (var planned : schedule.planned()) {
        trial.suffer(planned.fault(), planned.number(), planned.holdMs());
        trial.converge(CONVERGE_LIMIT);
        trial.talk();
        Pause.ms(planned.calmMs());
      }
      trial.converge(CONVERGE_LIMIT);
    } catch (Trial.NotConverged e) {
      failure = Optional.of(e);
    }
    double to = trial.nowMs();
    var verdict = trial.conclude(failure);
    tell(Figures.of(verdict.evidence(), from, to));
    System.out.println(verdict.isGood() ? "everything holds" : "NOT GOOD");
    return verdict.isGood();
  }

  private static void tell(Figures figures) {
    System.out.printf(
        "commands     %,d accepted, %,d rejected, %,d without an answer%n"
            + "answers      %s%ndeliveries   %s%nreturns      %s%nsnapshots    %,d%n",
        figures.accepted(),
        figures.rejected(),
        figures.unanswered(),
        figures.answers(),
        figures.deliveries(),
        figures.returns(),
        figures.shown());
  }
}
