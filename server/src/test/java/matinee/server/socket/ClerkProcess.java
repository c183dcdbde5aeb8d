package matinee.server.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import matinee.server.Clerk;

/// A server in a process of its own, to be killed.
final class ClerkProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final PrintStream input;
  private final int pagePort;
  private final int port;

  ClerkProcess(Path data, String database) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Clerk.class.getName(),
                "--bind=127.0.0.1",
                "--port=0",
                "--sync-port=0",
                "--data=" + data,
                "--database=" + database,
                "--commands-per-second=1000",
                "--command-burst=1000")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    output = process.inputReader(StandardCharsets.UTF_8);
    input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    pagePort = Integer.parseInt(await("page "));
    port = Integer.parseInt(await("port "));
  }

  /// The port of the page and of the REST interface.
  int pagePort() {
    return pagePort;
  }

  private synchronized String await(String start) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
    }
    throw new IOException("the server has ended");
  }

  private synchronized String ask(String line) throws IOException {
    input.println(line);
    return await("said ");
  }

  String newRoom() throws IOException {
    return ask("room");
  }

  /// A connection of `member` to `room` that has not entered yet.
  TestClient client(String room, String member) throws IOException {
    return clientWith(ask("ticket " + room + " " + member));
  }

  /// The connection that `ticket` opens.
  TestClient clientWith(String ticket) throws IOException {
    var socket = RawSocket.connect(port);
    var target = "/sync?ticket=" + ticket;
    int status = socket.handshake(target, RawSocket.goodHeaders(port));
    if (status != 101) {
      throw new IOException("the handshake was answered by " + status);
    }
    return new TestClient(socket);
  }

  /// Ends the process without a warning, as `kill -9` does.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Asks the process to end, as `kill` does.
  void terminate() {
    process.toHandle().destroy(); // unlike that of the process, this leaves its standard input open
  }

  /// Whether the process has ended within `seconds`.
  boolean hasEnded(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
