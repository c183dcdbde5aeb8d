package matinee.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A Redis that keeps nothing.
record Redis(ServerProcess process, int port) implements AutoCloseable {

  /// Throws `IOException` when `redis-server` is not installed or does not start.
  static Redis start() throws IOException {
    int port = MatineeProcess.freePort();
    var command = List.of("redis-server", "--bind", "127.0.0.1", "--port", "" + port, "--save", "");
    return new Redis(
        ServerProcess.start(command, Map.of(), line -> line.contains("Ready to accept")), port);
  }

  String address() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.close();
  }
}
