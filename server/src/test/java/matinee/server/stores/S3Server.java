package matinee.server.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// A real S3 server on a free loopback port, in a process of its own that can be stopped for a
/// while. It asks nobody for keys.
public final class S3Server implements AutoCloseable {
  private static final String BUCKET = "films";
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private final Path folder;
  private final int port = freePort();
  private Process process;

  /// One that keeps what it is given in `folder`.
  public S3Server(Path folder) throws IOException {
    this.folder = folder;
    process = start();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start() throws IOException {
    Files.createDirectories(folder.resolve("kept"));
    var started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "com.adobe.testing.s3mock.S3MockApplication",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--http.port=" + port,
                "--com.adobe.testing.s3mock.store.root=" + folder.resolve("kept"),
                "--com.adobe.testing.s3mock.store.retain-files-on-exit=true",
                "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    Awaitility.await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> !started.isAlive() || answers(address(BUCKET, "")));
    if (!started.isAlive()) {
      throw new IOException(Files.readString(folder.resolve("log")));
    }
    return started;
  }

  private static boolean answers(S3Address address) {
    try (var store = new S3Store(address, 1)) {
      store.check();
      return true;
    } catch (StoreAway _) {
      return false;
    }
  }

  private S3Address address(String bucket, String prefix) {
    return new S3Address(
        bucket,
        prefix,
        Optional.of(URI.create("http://127.0.0.1:" + port)),
        "us-east-1",
        StoreAddress.Readers.SERVED,
        new S3Address.Keys("id", "secret"));
  }

  /// A place in it where nothing is yet.
  public S3Address newAddress() {
    return address(BUCKET, "place-" + PREFIXES.getAndIncrement() + "/");
  }

  /// As [#newAddress], and whoever reads a film is sent there.
  public S3Address newAddressForReaders() {
    var address = newAddress();
    return new S3Address(
        address.bucket(),
        address.prefix(),
        address.endpoint(),
        address.region(),
        StoreAddress.Readers.SENT,
        address.keys());
  }

  S3Address addressOf(String bucket) {
    return address(bucket, "");
  }

  /// Ends it as a power cut would; what it has is kept.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// It is there again.
  public void comeBack() throws IOException {
    process = start();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
