package matinee.server.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A real fake-gcs-server on a free loopback port, in a process of its own that can be stopped for
/// a while. It asks nobody for keys. The system property `gcs` names the program.
public final class GcsServer implements AutoCloseable {
  private static final String PROGRAM = System.getProperty("gcs", "fake-gcs-server");
  private static final String BUCKET = "films";
  private static final long PART_BYTES = 5L << 20;
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private final GoogleTokens tokens = new GoogleTokens();
  private final Path folder;
  private final int port = freePort();
  private Process process;

  /// One that keeps what it is given in `folder`.
  public GcsServer(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("kept").resolve(BUCKET));
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
                "-scheme=http",
                "-host=127.0.0.1",
                "-port=" + port,
                "-public-host=127.0.0.1:" + port,
                "-external-url=http://127.0.0.1:" + port,
                "-filesystem-root=" + folder.resolve("kept"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    while (true) {
      try {
        store(address(BUCKET, "")).check();
        return begun;
      } catch (IOException e) {
        if (begun.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new AssertionError(Files.readString(folder.resolve("log")), e);
        }
      }
    }
  }

  int port() {
    return port;
  }

  /// Who hands out tokens for it.
  public GoogleTokens tokens() {
    return tokens;
  }

  GcsAddress address(String bucket, String prefix) {
    return new GcsAddress(
        bucket,
        prefix,
        URI.create("http://127.0.0.1:" + port),
        StoreAddress.Readers.SERVED,
        tokens.account());
  }

  /// A place in it where nothing is yet.
  public GcsAddress newAddress() {
    return address(BUCKET, "place-" + PREFIXES.getAndIncrement() + "/");
  }

  /// The store at `address`, which does not wait before it tries again.
  static GcsStore store(GcsAddress address) {
    return new GcsStore(address, PART_BYTES, Duration.ZERO, InstantSource.system());
  }

  /// Ends it as a power cut would; what it has is kept.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// It is there again.
  public void comeBack() throws IOException, InterruptedException {
    process = begin();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    tokens.close();
  }
}
