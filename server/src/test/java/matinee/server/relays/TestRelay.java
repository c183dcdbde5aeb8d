package matinee.server.relays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real coturn with the settings that are shipped, on a free loopback port. Of all of the
/// loopback network, which those settings deny, it may send to [#PEER] alone.
public final class TestRelay implements AutoCloseable {
  /// Whom it may send to.
  public static final String PEER = "127.0.0.77";

  /// What it shares with servers.
  public static final String SECRET = "0123456789abcdef0123456789abcdef";

  private static final Path SETTINGS = Path.of("../deploy/coturn/turnserver.conf");
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final int port;
  private final Process process;

  /// One that keeps what it writes in `folder`.
  public TestRelay(Path folder) throws IOException, InterruptedException {
    port = freePort();
    var log = folder.resolve("coturn.log");
    try {
      process =
          new ProcessBuilder(command(folder, port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("coturn is needed: ./dev test installs it", e);
    }
    awaitReady(log);
  }

  private static List<String> command(Path folder, int port) {
    var command = new ArrayList<>(List.of("turnserver", "-c", SETTINGS.toString()));
    command.add("--static-auth-secret=" + SECRET);
    command.add("--listening-port=" + port);
    command.addAll(List.of("--listening-ip=127.0.0.1", "--listening-ip=::1"));
    command.addAll(List.of("--relay-ip=127.0.0.1", "--relay-ip=::1"));
    command.addAll(List.of("--allow-loopback-peers", "--allowed-peer-ip=" + PEER));
    command.addAll(List.of("--no-tls", "--no-dtls", "--log-file=stdout"));
    command.add("--pidfile=" + folder.resolve("coturn.pid"));
    command.add("--userdb=" + folder.resolve("coturn.db"));
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        close();
        throw new IOException("coturn did not start: " + Files.readString(log));
      }
      Thread.sleep(20);
    }
  }

  private boolean answers() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Where it listens.
  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /// The same, as browsers are told.
  public IceAddress told() {
    return new IceAddress("turn:127.0.0.1:" + port);
  }

  /// What is answered to who asks for an address at it by `credential`.
  public int letsIn(Credential credential) throws IOException {
    try (var user = new TurnClient(Line.udp(address()), credential)) {
      return user.allocate();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
