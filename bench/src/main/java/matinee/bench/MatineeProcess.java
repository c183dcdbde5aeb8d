package matinee.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program itself, and how to reach it.
record MatineeProcess(ServerProcess process, Target.Matinee target) implements AutoCloseable {

  /// Starts it on `syncPort` with nothing in its data folder. Throws `IOException` with what it
  /// printed when it does not get ready.
  static MatineeProcess start(Path repository, int syncPort) throws IOException {
    return start(repository, syncPort, Files.createTempDirectory("matinee-bench"));
  }

  /// The same, with the data of an earlier run.
  static MatineeProcess start(Path repository, int syncPort, Path data) throws IOException {
    return start(repository, syncPort, data, List.of(), Map.of());
  }

  /// The same, with further `options` and in an `environment`.
  static MatineeProcess start(
      Path repository,
      int syncPort,
      Path data,
      List<String> options,
      Map<String, String> environment)
      throws IOException {
    int http = freePort();
    var command = new ArrayList<>(options);
    command.addAll(
        0,
        List.of(
            repository.resolve("matinee").toString(),
            "serve",
            "--bind=127.0.0.1",
            "--port=" + http,
            "--sync-port=" + syncPort,
            "--data=" + data));
    var process =
        ServerProcess.start(
            command, environment, line -> line.contains("http://localhost:" + http));
    return new MatineeProcess(process, new Target.Matinee(http, syncPort));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
