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

  /// Whoever went without a word has a place for 63 s, and an empty room is kept for 30 s more.
  private static final Duration REST_LIMIT = Duration.ofSeconds(180);

  private static final Set<String> OPTIONS =
      Set.of(
          "seed",
          "minutes",
          "seconds",
          "nodes",
          "redis",
          "balancer",
          "rooms",
          "members",
          "every",
          "copies",
          "waves");

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
      good &=
          switch (row) {
            case "F-22" -> chaos.copies();
            case "L-09" -> chaos.soak();
            default -> chaos.one(row);
          };
    }
    System.exit(good ? 0 : 1);
  }

  private Shape shape(String name, long seed, Scene scene) throws IOException {
    int nodes = (int) given.number("nodes", 2);
    var run = folder.resolve(name);
    deleteAll(run);
    var carrier = Shape.Carrier.of(given, scene.carrier());
    var balancer =
        given.yes("balancer", false) ? OptionalInt.of(Ports.free()) : OptionalInt.empty();
    return new Shape(nodes, carrier, scene.storage(), balancer, run, seed, Arguments.flags());
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

  private Crowd.Size size(Crowd.Size usual) {
    return new Crowd.Size(
        (int) given.number("rooms", usual.rooms()),
        (int) given.number("members", usual.members()),
        given.options().containsKey("every") ? given.number("every", 1) * 1_000 : usual.everyMs());
  }

  /// F-32.
  private boolean random() throws Exception {
    long seed = given.number("seed", System.currentTimeMillis() % 1_000_000);
    long ms = given.number("minutes", 5) * 60_000;
    System.out.println("seed " + seed);
    var scene = Scene.ofChance();
    var shape = shape("seed-" + seed, seed, scene);
    try (var trial = Trial.begin(shape, size(scene.size()), System.out)) {
      var possible =
          Faults.ALL.stream().filter(fault -> fault.needs().areMetBy(trial.cluster())).toList();
      var schedule = Schedule.draw(Chance.of(seed, "schedule"), possible, ms);
      return follow(trial, schedule);
    }
  }

  private boolean one(String row) throws Exception {
    long seed = given.number("seed", 1);
    var fault = Faults.of(row);
    var scene = Scene.of(row);
    System.out.println(fault + ", seed " + seed);
    try (var trial = Trial.begin(shape(row, seed, scene), size(scene.size()), System.out)) {
      Pause.ms(5_000);
      var planned =
          new Schedule.Planned(1, fault, given.number("seconds", scene.seconds()) * 1_000, 5_000);
      return follow(trial, new Schedule(List.of(planned)));
    }
  }

  /// F-22.
  private boolean copies() throws Exception {
    long seed = given.number("seed", 1);
    var scene = Scene.of("F-22");
    var shape = shape("F-22", seed, scene);
    System.out.printf(
        "F-22 %s under load, seed %d%n",
        shape.storage() == Shape.Storage.IMAGE
            ? "the disk is copied as a power cut would leave it"
            : "no disk can be mounted here (it takes root): the database's files are copied",
        seed);
    var chance = Chance.of(seed, "copies");
    try (var trial = Trial.begin(shape, size(scene.size()), System.out);
        var uploads = new Uploads(trial, seed)) {
      var copies = new Copies(trial, shape, uploads);
      for (long i = 0; i < given.number("copies", 10); i++) {
        Pause.ms(2_000 + chance.nextInt(3_000));
        copies.make();
      }
      trial.converge(CONVERGE_LIMIT);
      var broken = copies.broken();
      broken.forEach(System.out::println);
      return told(trial.conclude(Optional.empty()).isGood() && broken.isEmpty());
    }
  }

  /// L-09.
  private boolean soak() throws Exception {
    long seed = given.number("seed", 1);
    System.out.println("L-09 people and rooms come and go, seed " + seed);
    var scene = Scene.of("L-09");
    var seconds = Duration.ofSeconds(given.number("seconds", scene.seconds()));
    try (var trial = Trial.begin(shape("L-09", seed, scene), size(scene.size()), System.out);
        var soak = new Soak(trial)) {
      Optional<Trial.NotConverged> failure = Optional.empty();
      try {
        for (long i = 0; i < given.number("waves", 5); i++) {
          soak.wave(seconds, REST_LIMIT);
        }
      } catch (Trial.NotConverged e) {
        failure = Optional.of(e);
      }
      return told(trial.conclude(failure).isGood());
    }
  }

  private static boolean follow(Trial trial, Schedule schedule) throws Exception {
    double from = trial.nowMs();
    double to = Double.POSITIVE_INFINITY;
    Optional<Trial.NotConverged> failure = Optional.empty();
    try {
      for (var planned : schedule.planned()) {
        trial.suffer(planned.fault(), planned.number(), planned.holdMs());
        trial.converge(CONVERGE_LIMIT);
        trial.talk();
        Pause.ms(planned.calmMs());
      }
      trial.converge(CONVERGE_LIMIT);
      to = trial.nowMs();
      trial.rest(REST_LIMIT);
      trial.comeBack();
      trial.converge(CONVERGE_LIMIT);
    } catch (Trial.NotConverged e) {
      failure = Optional.of(e);
    }
    var verdict = trial.conclude(failure);
    tell(Figures.of(verdict.evidence(), from, to));
    return told(verdict.isGood());
  }

  private static boolean told(boolean good) {
    System.out.println(good ? "everything holds" : "NOT GOOD");
    return good;
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
