package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// `./dev bench fanout`: what one core carries, beside a floor in the same run.
///
/// Prints a Markdown table. The server is pinned to core 0; run this program pinned to core 1.
/// Arguments: the folder of the repository, then any of the servers `matinee`, `c`, `coalesced`,
/// `node` and the loads `saturated`, `steady`, `half`, `idle`; all where none is named, which takes
/// twenty minutes. `--warm=SECONDS` measures Matinee after so much work instead of a minute.
///
/// | load | what it does |
/// | --- | --- |
/// | saturated | each of 50 rooms of 50 keeps one message under way, then each keeps eight |
/// | steady | 500 rooms of 4, one message a second in each, at fixed instants |
/// | half | first finds what 50 rooms of 10 with one message under way each get through, then sends half of that at fixed instants |
/// | idle | 15,000 connections that send heartbeats and nothing else |
public final class Fanout {
  private static final Set<String> SERVERS = Set.of("matinee", "c", "coalesced", "node");
  private static final Set<String> LOADS = Set.of("saturated", "steady", "half", "idle");
  private static final int ROOMS = 50;
  private static final int IDLE_ROOMS = 300;
  private static final int IDLE_MEMBERS = 50;
  static final Duration WARM_UP = Duration.ofSeconds(5);

  /// On one processor the JVM still compiles after half a minute, beside the server that is
  /// measured.
  static final Duration JVM_WARM_UP = Duration.ofSeconds(60);

  private final Path repository;
  private final Duration warmUp;

  private Fanout(Path repository, Duration warmUp) {
    this.repository = repository;
    this.warmUp = warmUp;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var words = new Words(arguments);
    var warmUp = Duration.ofSeconds(words.number("warm", (int) JVM_WARM_UP.toSeconds()));
    var named = words.others();
    var servers = chosen(SERVERS, named);
    var loads = chosen(LOADS, named);
    var fanout = new Fanout(Path.of(arguments[0]).toAbsolutePath(), warmUp);
    for (var subject : fanout.subjects()) {
      if (servers.contains(subject.name)) {
        measure(subject, loads);
      }
    }
  }

  /// Those of `all` that are `named`; all when none is. Throws `IllegalArgumentException` when
  /// something else is named.
  private static Set<String> chosen(Set<String> all, List<String> named) {
    var some = new HashSet<String>();
    for (var name : named) {
      if (all.contains(name)) {
        some.add(name);
      } else if (!SERVERS.contains(name) && !LOADS.contains(name)) {
        throw new IllegalArgumentException(
            name + " is no server of " + SERVERS + " and no load of " + LOADS);
      }
    }
    return some.isEmpty() ? all : some;
  }

  private List<Subject> subjects() throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of(matinee()));
    all.addAll(floors());
    return all;
  }

  private static void measure(Subject subject, Set<String> loads)
      throws IOException, InterruptedException {
    if (loads.contains("saturated")) {
      saturated(subject, 50, 1);
      saturated(subject, 50, 8);
    }
    if (loads.contains("steady")) {
      steady(subject, 500, 4, 1);
    }
    if (loads.contains("half")) {
      var most = saturated(subject, 10, 1);
      steady(subject, ROOMS, 10, most.messagesPerRoomAndSecond() / 2);
    }
    if (loads.contains("idle")) {
      idle(subject);
    }
  }

  /// A server that can be started on a fresh port; `name` chooses it, `title` stands in the table,
  /// and `warmUp` is how long it works before it is measured.
  private record Subject(String name, String title, Duration warmUp, Starter starter) {}

  private interface Starter {
    Running start(int port) throws IOException;
  }

  private record Running(ServerProcess process, Target target) {}

  private Subject matinee() {
    return new Subject(
        "matinee",
        "Matinee",
        warmUp,
        port -> {
          var started = MatineeProcess.start(repository, port);
          return new Running(started.process(), started.target());
        });
  }

  private List<Subject> floors() throws IOException, InterruptedException {
    var found = new ArrayList<Subject>();
    var hub = compiledHub();
    if (Files.isExecutable(hub)) {
      found.add(hub("c", "C, epoll, a write each", List.of(hub.toString()), List.of()));
      found.add(
          hub("coalesced", "C, epoll, coalesced", List.of(hub.toString()), List.of("coalesce")));
    }
    var script = repository.resolve("bench/floor/hub.mjs").toString();
    found.add(hub("node", "Node, ws", List.of("node", script), List.of()));
    return found;
  }

  private Subject hub(String name, String title, List<String> program, List<String> options) {
    Predicate<String> ready = line -> line.equals("ready");
    return new Subject(
        name,
        title,
        WARM_UP,
        port -> {
          var command = new ArrayList<>(program);
          command.add(Integer.toString(port));
          command.addAll(options);
          return new Running(ServerProcess.start(command, Map.of(), ready), new Target.Hub(port));
        });
  }

  /// Compiles the floor; says so and goes on without it where there is no compiler.
  private Path compiledHub() throws IOException, InterruptedException {
    var source = repository.resolve("bench/floor/hub.c");
    var program = repository.resolve("bench/target/hub");
    try {
      new ProcessBuilder("cc", "-O2", "-o", program.toString(), source.toString())
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      System.out.println("(no C compiler here: the epoll floor is left out)");
    }
    return program;
  }

  private static Saturation saturated(Subject subject, int members, int outstanding)
      throws IOException, InterruptedException {
    var running = subject.starter.start(MatineeProcess.freePort());
    try (var process = running.process;
        var crowd = Crowd.gather(running.target, ROOMS, members)) {
      var result = Saturation.measure(crowd, process, subject.warmUp, outstanding);
      System.out.printf(
          "| %s | %d rooms of %d, %d outstanding | %,.0f deliveries/s | %.2f us CPU a delivery |"
              + " %.0f %% of the core |%n",
          subject.title,
          ROOMS,
          members,
          outstanding,
          result.deliveriesPerSecond(),
          result.cpuMicrosPerDelivery(),
          result.coreShare() * 100);
      return result;
    }
  }

  private static void steady(Subject subject, int rooms, int members, double perSecond)
      throws IOException, InterruptedException {
    var running = subject.starter.start(MatineeProcess.freePort());
    try (var process = running.process;
        var crowd = Crowd.gather(running.target, rooms, members)) {
      var result = Steady.measure(crowd, process, subject.warmUp, perSecond);
      System.out.printf(
          "| %s | %d rooms of %d, %.1f/s each, %s |%n",
          subject.title, rooms, members, perSecond, result.row());
    }
  }

  private static void idle(Subject subject) throws IOException, InterruptedException {
    var running = subject.starter.start(MatineeProcess.freePort());
    try (var process = running.process) {
      // The first members pay for classes and pools that the others share.
      try (var _ = Crowd.gather(running.target, 10, 50)) {
        var before = Footprint.of(process);
        try (var _ = Crowd.gather(running.target, IDLE_ROOMS, IDLE_MEMBERS)) {
          var grown = Footprint.of(process).minus(before);
          System.out.printf(
              "| %s | %,d idle connections | %.1f KB resident a connection | %s |%n",
              subject.title,
              IDLE_ROOMS * IDLE_MEMBERS,
              grown.residentBytes() / 1024.0 / (IDLE_ROOMS * IDLE_MEMBERS),
              grown.liveHeapBytes().isPresent()
                  ? "%.1f KB live heap a connection"
                      .formatted(
                          grown.liveHeapBytes().getAsLong() / 1024.0 / (IDLE_ROOMS * IDLE_MEMBERS))
                  : "");
        }
      }
    }
  }
}
