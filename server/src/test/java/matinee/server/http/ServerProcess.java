package matinee.server.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import matinee.server.stores.S3Address;

/// The server as a process of its own, under limits that a process cannot set for itself. It makes
/// nothing of films: strace, which looks on in some tests, waits for ever when it lets go of a
/// process that is just starting another one.
final class ServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// One that may not write files above `megabytes`.
  static ServerProcess withFilesUpTo(int megabytes, Path data) throws IOException {
    return started("ulimit -f " + megabytes * 1_024 + " && exec \"$@\"", data);
  }

  /// One without limits, with its database and films in `data`.
  static ServerProcess keepingIn(Path data) throws IOException {
    return started("exec \"$@\"", data);
  }

  /// One that stores films at `address`, with everything else in `data`.
  static ServerProcess storingAt(S3Address address, Path data) throws IOException {
    return with(
        Map.of(
            "AWS_ACCESS_KEY_ID",
            "id",
            "AWS_SECRET_ACCESS_KEY",
            "secret",
            "MATINEE_STORE",
            "s3://%s/%s?endpoint=%s"
                .formatted(address.bucket(), address.prefix(), address.endpoint().orElseThrow())),
        data);
  }

  /// One to which `environment` says more, with everything else in `data`.
  static ServerProcess with(Map<String, String> environment, Path data) throws IOException {
    return started("exec \"$@\"", environment, data);
  }

  private static ServerProcess started(String script, Path data) throws IOException {
    return started(script, Map.of(), data);
  }

  private static ServerProcess started(String script, Map<String, String> environment, Path data)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
                "bash",
                "-c",
                script,
                "bash",
                java,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "matinee.server.Matinee",
                "serve",
                "--bind=127.0.0.1",
                "--port=0",
                "--sync-port=0",
                "--renditions=0",
                "--data=" + data)
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    return new ServerProcess(process, port(process.inputReader()));
  }

  private static int port(BufferedReader said) throws IOException {
    var everything = new StringBuilder();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      var address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofVirtual()
            .start(() -> said.lines().forEach(_ -> {})); // else it waits for who reads
        return Integer.parseInt(address.group(1));
      }
      everything.append(line).append('\n');
    }
    throw new IOException("the server ended: " + everything);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /// Ends it without a warning, as `kill -9` does.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// As [#kill], after so many milliseconds.
  void killAfter(long ms) throws InterruptedException {
    process.waitFor(ms, TimeUnit.MILLISECONDS);
    kill();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
