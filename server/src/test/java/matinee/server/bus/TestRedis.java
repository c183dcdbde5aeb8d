package matinee.server.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real Redis server on a loopback port, with nothing in it, that can die and come back.
final class TestRedis implements AutoCloseable {
  private final int port;
  private Process process;

  TestRedis() throws IOException {
    port = freePort();
    process = begin();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process begin() {
    var command =
        List.of(
            "redis-server",
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--save",
            "",
            "--appendonly",
            "no");
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("redis-server is needed: ./dev test installs it", e);
    }
  }

  String address() {
    return "redis://127.0.0.1:" + port;
  }

  /// At once, without a word to anybody.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void start() {
    process = begin();
  }

  /// It answers nothing any more, and closes nothing.
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    try {
      thaw();
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
