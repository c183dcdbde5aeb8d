package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `./dev bench commands`: how many commands a second one node accepts, on SQLite and on
/// PostgreSQL, when it always has work; and how long one takes to the room's last member at half of
/// that.
///
/// 500 rooms of 2 with one message under way each. The server has core 0; PostgreSQL, which syncs
/// every commit to the disk, shares the other core with the generator. Limits of how often a member
/// may command are lifted, for they would be what is measured. Arguments: the folder of the
/// repository, then `sqlite` or `postgresql`; both where none is named.
public final class Commands {
  private static final int ROOMS = 500;
  private static final int MEMBERS = 2;
  private static final List<String> WITHOUT_LIMITS =
      List.of("--commands-per-second=1000000", "--command-burst=1000000");
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private final Path repository;

  private Commands(Path repository) {
    this.repository = repository;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var commands = new Commands(Path.of(arguments[0]).toAbsolutePath());
    var named = List.of(arguments).subList(1, arguments.length);
    if (named.isEmpty() || named.contains("sqlite")) {
      commands.measure("SQLite", Map.of());
    }
    if (named.isEmpty() || named.contains("postgresql")) {
      try (var postgres = OwnPostgres.durable()) {
        var address = OwnPostgres.address(postgres);
        commands.measure("PostgreSQL", Map.of("MATINEE_DATABASE", address));
      }
    }
  }

  private void measure(String store, Map<String, String> environment)
      throws IOException, InterruptedException {
    double perRoom = saturate(store, environment);
    try (var process = start(environment);
        var crowd = Crowd.gatherSharing(process.target(), ROOMS, MEMBERS)) {
      var half = Steady.measure(crowd, process.process(), WARM_UP, perRoom / 2);
      System.out.printf(
          "| %s, half | %,.0f commands/s, %s |%n", store, perRoom / 2 * ROOMS, half.row());
    }
  }

  /// Returns how many commands each room gets through in a second.
  private double saturate(String store, Map<String, String> environment)
      throws IOException, InterruptedException {
    try (var process = start(environment);
        var crowd = Crowd.gatherSharing(process.target(), ROOMS, MEMBERS)) {
      var most = Saturation.measure(crowd, process.process(), WARM_UP, 1);
      double perRoom = most.messagesPerRoomAndSecond();
      System.out.printf(
          "| %s, saturated | %,.0f commands/s | %.0f us CPU a command | %.0f %% of the core |%n",
          store, perRoom * ROOMS, most.cpuMicrosPerDelivery() * MEMBERS, most.coreShare() * 100);
      return perRoom;
    }
  }

  private MatineeProcess start(Map<String, String> environment) throws IOException {
    return MatineeProcess.start(
        repository,
        MatineeProcess.freePort(),
        Files.createTempDirectory("matinee-bench"),
        WITHOUT_LIMITS,
        environment);
  }
}
