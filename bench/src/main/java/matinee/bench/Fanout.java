package matinee.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// `./dev bench fanout`: what one core carries, beside a floor in the same run.
///
/// Prints a Markdown table. The server is pinned to core 0; run this program pinned to core 1.
/// Arguments: the folder of the repository, then any of the servers `matinee`, `floor` and the
/// loads `saturated`, `steady`, `half`, `idle` (all when none is named).
///
/// | load | what it does |
/// | --- | --- |
/// | saturated | each of 50 rooms of 50 keeps one message under way, then each keeps eight |
/// | steady | 500 rooms of 4, one message a second in each, at fixed instants |
/// | half | first finds what 50 rooms of 10 with one message under way each get through, then sends half of that at fixed instants |
/// | idle | 15,000 connections that send heartbeats and nothing else |
public final class Fanout {
  private static final int ROOMS = 50;
  private static final int IDLE_ROOMS = 300;
  private static final int IDLE_MEMBERS = 50;

  private final Path repository;

  private Fanout(Path repository) {
    this.repository = repository;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var parts =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length)
            : List.of("matinee", "floor", "saturated", "steady", "half", "idle");
    var bench = new Fanout(Path.of(arguments[0]).toAbsolutePath());
    var subjects = new ArrayList<Subject>();
    if (parts.contains("matinee")) {
      subjects.add(bench.matinee());
    }
    if (parts.contains("floor")) {
      subjects.addAll(bench.floors());
    }
    for (var subject : subjects) {
      if (parts.contains("saturated")) {
        bench.saturated(subject, 50, 1);
        bench.saturated(subject, 50, 8);
      }
      if (parts.contains("steady")) {
        bench.steady(subject, 500, 4, 1);
      }
      if (parts.contains("half")) {
        var most = bench.saturated(subject, 10, 1);
        bench.steady(subject, ROOMS, 10, most.messagesPerRoomAndSecond() / 2);
      }
      if (parts.contains("idle")) {
        bench.idle(subject);
      }
    }
  }

  /// A server that can be started on a fresh port.
  private record Subject(String name, Starter starter) {}

  private interface Starter {
    Running start(int port) throws IOException;
  }

  private record Running(ServerProcess process, Target target) {}

  private Subject matinee() {
    return new Subject(
        "Matinee",
        port -> {
          var data = Files.createTempDirectory("matinee-bench");
          int http = freePort();
          var process =
              ServerProcess.start(
                  List.of(
                      repository.resolve("matinee").toString(),
                      "serve",
                      "--bind=127.0.0.1",
                      "--port=" + http,
                      "--sync-port=" + port,
                      "--data=" + data),
                  Map.of(),
                  line -> line.contains("http://localhost:" + http));
          return new Running(process, new Target.Matinee(http, port));
        });
  }

  private List<Subject> floors() throws IOException, InterruptedException {
    var found = new ArrayList<Subject>();
    var hub = compiledHub();
    if (Files.isExecutable(hub)) {
      found.add(hub("C, epoll, a write each", List.of(hub.toString()), List.of()));
      found.add(hub("C, epoll, coalesced", List.of(hub.toString()), List.of("coalesce")));
    }
    var script = repository.resolve("bench/floor/hub.mjs").toString();
    found.add(hub("Node, ws", List.of("node", script), List.of()));
    return found;
  }

  private Subject hub(String name, List<String> program, List<String> options) {
    Predicate<String> ready = line -> line.equals("ready");
    return new Subject(
        name,
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

  private Saturation saturated(Subject subject, int members, int outstanding)
      throws IOException, InterruptedException {
    var running = subject.starter.start(freePort());
    try (var process = running.process;
        var crowd = Crowd.gather(running.target, ROOMS, members)) {
      var result = Saturation.measure(crowd, process, outstanding);
      System.out.printf(
          "| %s | %d rooms of %d, %d outstanding | %,.0f deliveries/s | %.2f us CPU a delivery |"
              + " %.0f %% of the core |%n",
          subject.name,
          ROOMS,
          members,
          outstanding,
          result.deliveriesPerSecond(),
          result.cpuMicrosPerDelivery(),
          result.coreShare() * 100);
      return result;
    }
  }

  private void steady(Subject subject, int rooms, int members, double perSecond)
      throws IOException, InterruptedException {
    var running = subject.starter.start(freePort());
    try (var process = running.process;
        var crowd = Crowd.gather(running.target, rooms, members)) {
      var result = Steady.measure(crowd, process, perSecond);
      System.out.printf(
          "| %s | %d rooms of %d, %.1f/s each, %d messages | p50 %.0f us, p90 %.0f us, p99 %.0f us,"
              + " p99.9 %.0f us, max %.0f us | %.1f us CPU a delivery | %.0f %% of the core |%n",
          subject.name,
          rooms,
          members,
          perSecond,
          result.latencies().count(),
          result.latencies().micros(0.50),
          result.latencies().micros(0.90),
          result.latencies().micros(0.99),
          result.latencies().micros(0.999),
          result.latencies().micros(1),
          result.cpuMicrosPerDelivery(),
          result.coreShare() * 100);
    }
  }

  private void idle(Subject subject) throws IOException, InterruptedException {
    var running = subject.starter.start(freePort());
    try (var process = running.process) {
      // The first members pay for classes and pools that the others share.
      try (var _ = Crowd.gather(running.target, 10, 50)) {
        var before = Footprint.of(process);
        try (var _ = Crowd.gather(running.target, IDLE_ROOMS, IDLE_MEMBERS)) {
          var grown = Footprint.of(process).minus(before);
          System.out.printf(
              "| %s | %,d idle connections | %.1f KB resident a connection | %s |%n",
              subject.name,
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

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
