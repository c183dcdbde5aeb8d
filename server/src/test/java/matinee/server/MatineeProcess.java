package matinee.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The program in a process of its own, started as people start it.
public final class MatineeProcess implements AutoCloseable {
  private static final Pattern HTTP = Pattern.compile("http://localhost:(\\d+)");
  private static final Pattern SYNC = Pattern.compile("rooms +port (\\d+)");
  private static final int PATIENCE_S = 60;

  private final Process process;
  private String said = "";

  private MatineeProcess(Process process) {
    this.process = process;
  }

  /// `./matinee` with these `arguments`.
  public static MatineeProcess run(List<String> arguments) throws IOException {
    return run(List.of(), arguments);
  }

  /// As [#run], in a Java that is told `flags`.
  private static MatineeProcess run(List<String> flags, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=logback-process.xml",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Matinee.class.getName()));
    command.addAll(arguments);
    return new MatineeProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /// `./matinee serve` with these `arguments` on free loopback ports, once it is ready.
  static MatineeProcess serving(Path data, String database, String... arguments)
      throws IOException {
    var all = new ArrayList<String>(List.of(arguments));
    all.add("--database=" + database);
    return serving(List.of(), data, all);
  }

  /// `./matinee serve` in a Java that is told `flags`, on free loopback ports, once it is ready.
  static MatineeProcess serving(List<String> flags, Path data, List<String> arguments)
      throws IOException {
    var all = new ArrayList<String>(List.of("serve"));
    all.addAll(arguments);
    all.addAll(
        List.of(
            "--bind=127.0.0.1", "--port=0", "--sync-port=0", "--status-port=0", "--data=" + data));
    var process = run(flags, all);
    process.await(HTTP);
    return process;
  }

  /// Waits until it says `words` in a line. Throws when it ends before.
  public void await(String words) throws IOException {
    await(Pattern.compile(Pattern.quote(words)));
  }

  private void await(Pattern pattern) throws IOException {
    var output = process.inputReader(StandardCharsets.UTF_8);
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said += line + "\n";
      if (pattern.matcher(line).find()) {
        return;
      }
    }
    throw new IOException("the process ended: " + said);
  }

  private int number(Pattern pattern) {
    var found = pattern.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("it did not say: " + said);
    }
    return Integer.parseInt(found.group(1));
  }

  int port() {
    return number(HTTP);
  }

  int syncPort() {
    return number(SYNC);
  }

  /// Waits until it ends by itself; what it said.
  public String end() throws IOException, InterruptedException {
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  /// The status it ended with.
  public int status() {
    return process.exitValue();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Ends it without a warning, as `kill -9` does.
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
