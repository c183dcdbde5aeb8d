package matinee.server.immudb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A real immudb of its own, on free ports of the loopback interface, that can be stopped and
/// started again with what it has. The system property `immudb` names the program.
final class ImmudbServer implements AutoCloseable {
  private static final String PROGRAM = System.getProperty("immudb", "immudb");

  private final Path data;
  private final int port = freePort();
  private final int webPort = freePort();
  private Process process;

  ImmudbServer(Path data) throws IOException, InterruptedException {
    this.data = data;
    process = begin();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process begin() throws IOException, InterruptedException {
    var begun =
        new ProcessBuilder(
                PROGRAM,
                "--dir=" + data.resolve("immudb"),
                "--logdir=" + data.resolve("log"),
                "--address=127.0.0.1",
                "--port=" + port,
                "--web-server-port=" + webPort,
                "--pgsql-server=false",
                "--metrics-server=false")
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("said").toFile())
            .start();
    await(begun);
    return begun;
  }

  /// Until it answers.
  private void await(Process begun) throws InterruptedException {
    while (true) {
      try (var immudb = new Immudb(address())) {
        var _ = immudb.newest();
        return;
      } catch (IOException e) {
        if (begun.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("immudb ended; it said: " + data.resolve("said"), e);
        }
      }
    }
  }

  ImmudbAddress address() {
    return new ImmudbAddress(
        URI.create("http://127.0.0.1:" + webPort), "immudb", "immudb", "defaultdb");
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  void start() throws IOException, InterruptedException {
    process = begin();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
