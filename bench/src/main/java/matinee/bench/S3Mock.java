package matinee.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// An S3 server on a loopback port, with the bucket `films`; it asks nobody for keys.
record S3Mock(Process process, int port) implements AutoCloseable {

  /// One that keeps what it is given in `folder`. Throws `IOException` when it ends before it
  /// listens.
  static S3Mock start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = MatineeProcess.freePort();
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "com.adobe.testing.s3mock.S3MockApplication",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--http.port=" + port,
                "--com.adobe.testing.s3mock.store.root=" + folder,
                "--com.adobe.testing.s3mock.store.initial-buckets=films")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolveSibling("bucket.log").toFile())
            .start();
    while (!listens(port)) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IOException(Files.readString(folder.resolveSibling("bucket.log")));
      }
    }
    return new S3Mock(process, port);
  }

  private static boolean listens(int port) {
    try (var _ = new Socket("127.0.0.1", port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// The server's `--store`.
  String store() {
    return "s3://films?endpoint=http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
