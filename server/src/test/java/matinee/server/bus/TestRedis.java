package matinee.server.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real Redis server on a loopback port, with nothing in it, that can die and come back.
final class TestRedis implements AutoCloseable {
  private final int port;
  private final List<String> command;
  private Process process;

  private TestRedis(int port, List<String> command) {
    this.port = port;
    this.command = command;
    process = begin();
  }

  /// A server with these options besides, each with its value.
  TestRedis(String... options) throws IOException {
    this(freePort(), options);
  }

  private TestRedis(int port, String... options) {
    this(port, command(port, options));
  }

  private static List<String> command(int port, String... options) {
    var command =
        new ArrayList<>(
            List.of("redis-server", "--bind", "127.0.0.1", "--port", Integer.toString(port)));
    command.addAll(List.of("--save", "", "--appendonly", "no"));
    for (var option : options) {
      command.addAll(List.of(option.split(" ", 2)));
    }
    return command;
  }

  /// A server with the settings in `file`, which name `port`.
  static TestRedis configured(int port, String file) {
    return new TestRedis(port, List.of("redis-server", file));
  }

  /// A sentinel with the settings in `file`, which it writes to; they name `port`.
  static TestRedis sentinel(int port, String file) {
    return new TestRedis(port, List.of("redis-server", file, "--sentinel"));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process begin() {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("redis-server is needed: ./dev test installs it", e);
    }
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  String address() {
    return "redis://" + host();
  }

  /// What it answers to a command of these words, or what went wrong.
  String ask(String... words) throws IOException, InterruptedException {
    var asking = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(port)));
    asking.addAll(List.of(words));
    var client = new ProcessBuilder(asking).redirectErrorStream(true).start();
    var answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    client.waitFor();
    return answer.strip();
  }

  boolean isRunning() {
    return process.isAlive();
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
