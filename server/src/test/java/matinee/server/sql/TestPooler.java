package matinee.server.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A real PgBouncer on a free loopback port before the server of [TestPostgres], for all tests. It
/// pools transactions, each on the connection that has been idle for longest, of three to a
/// database: whoever counts on a session is soon found out. It ends with the process.
public final class TestPooler {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Map<Integer, Integer> PORTS = new ConcurrentHashMap<>();

  private TestPooler() {}

  /// The address at which the database at `address` is reached through the pooler.
  public static String before(String address) {
    int behind = URI.create(address).getPort();
    int port = PORTS.computeIfAbsent(behind, TestPooler::start);
    return address.replace(":" + behind + "/", ":" + port + "/");
  }

  /// Returns the port of one before the server at the port `behind`.
  private static int start(int behind) {
    try {
      int port = freePort();
      var folder = Files.createTempDirectory("matinee-pooler");
      var settings = Files.writeString(folder.resolve("pgbouncer.ini"), settings(port, behind));
      var process =
          new ProcessBuilder(command(settings))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      awaitReady(process, port, folder.resolve("log"));
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException("pgbouncer is needed: ./dev test installs it", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// PgBouncer refuses to be root: where the tests are, it is nobody.
  private static List<String> command(Path settings) {
    var command = new ArrayList<>(List.of("pgbouncer", settings.toString()));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(1, List.of("-u", "nobody"));
    }
    return command;
  }

  private static String settings(int port, int behind) {
    return """
        [databases]
        * = host=127.0.0.1 port=%d user=postgres
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 3
        server_round_robin = 1
        max_client_conn = 500
        """
        .formatted(behind, port);
  }

  private static void awaitReady(Process process, int port, Path log)
      throws IOException, InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        throw new IOException("it did not start: " + Files.readString(log));
      }
      Thread.sleep(20);
    }
  }

  private static boolean answers(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
