package matinee.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A real Redis server on loopback that keeps nothing, to be hurt.
final class Redis implements AutoCloseable {
  private static final int PATIENCE_MS = 5_000;

  private final int port;
  private final Path log;
  private Child child;

  /// Starts one that logs to `folder`. Throws `IOException` when `redis-server` is not installed.
  Redis(Path folder) throws IOException {
    port = Ports.free();
    log = folder.resolve("redis.log");
    child = launch();
  }

  private Child launch() throws IOException {
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
    return Child.start("redis", command, log, this::answers);
  }

  private boolean answers() {
    try {
      return ask("PING").equals("+PONG");
    } catch (IOException _) {
      return false;
    }
  }

  int port() {
    return port;
  }

  Child process() {
    return child;
  }

  /// Starts it again after it was killed, with nothing in it.
  void restart() throws IOException {
    child = launch();
  }

  /// Ends every connection that has subscribed to something. Returns how many there were.
  int cutSubscribers() throws IOException {
    return Integer.parseInt(ask("CLIENT KILL TYPE pubsub").substring(1));
  }

  /// From now on a subscriber with more than `hard` bytes waiting, or `soft` for 5 s, is cut.
  void limitSubscribers(String hard, String soft) throws IOException {
    ask("CONFIG SET client-output-buffer-limit \"pubsub " + hard + " " + soft + " 5\"");
  }

  /// How many clients have subscribed to something.
  long subscribers() throws IOException {
    return Long.parseLong(ask("INFO clients", "pubsub_clients:"));
  }

  /// On how many channels of rooms somebody listens.
  int roomChannels() throws IOException {
    return Integer.parseInt(ask("PUBSUB CHANNELS matinee:room:*").substring(1));
  }

  /// The first line of the answer to one command.
  private String ask(String command) throws IOException {
    return ask(command, "");
  }

  /// The rest of the first line of the answer that begins with `start`.
  private String ask(String command, String start) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (var line = answer.readLine(); line != null; line = answer.readLine()) {
        if (line.startsWith("-")) {
          throw new IOException(command + " was answered by " + line);
        }
        if (line.startsWith(start)) {
          return line.substring(start.length());
        }
      }
      throw new IOException(command + " was not answered");
    }
  }

  @Override
  public void close() {
    child.kill();
  }
}
