package matinee.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// A server under measurement: its own process, pinned to one core, with the figures that Linux
/// keeps of it.
final class ServerProcess implements AutoCloseable {
  private static final double TICKS_PER_SECOND = 100;
  private static final Path LOG = Path.of("bench", "target", "server.log");
  private static final long PAGE_BYTES = 4096;

  private final Process process;
  private final AtomicLong lines = new AtomicLong();

  private ServerProcess(Process process) {
    this.process = process;
  }

  /// Starts `command` on core 0 and returns when it has printed a line that satisfies `ready`.
  /// Throws `IOException` with what it printed when it ends before.
  static ServerProcess start(
      List<String> command, Map<String, String> environment, Predicate<String> ready)
      throws IOException {
    var pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
    pinned.addAll(command);
    var builder = new ProcessBuilder(pinned).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    BufferedReader output = process.inputReader();
    var printed = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      printed.append(line).append('\n');
      if (ready.test(line)) {
        // not a virtual one: reading a pipe may hold its carrier, and one core has but one
        var server = new ServerProcess(process);
        Thread.ofPlatform().daemon().start(() -> server.drain(output));
        return server;
      }
    }
    throw new IOException(String.join(" ", command) + " ended with:\n" + printed);
  }

  /// Seconds of processor time that the process has used so far.
  double cpuSeconds() throws IOException {
    var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /// Bytes of memory that the process holds resident.
  long residentBytes() throws IOException {
    var statm = Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"));
    return Long.parseLong(statm.split(" ")[1]) * PAGE_BYTES;
  }

  /// How many lines it has said since it was ready.
  long lines() {
    return lines.get();
  }

  /// The most bytes of memory that the process has held resident at any moment.
  long mostResidentBytes() throws IOException {
    var status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
    var most = status.stream().filter(it -> it.startsWith("VmHWM:")).findFirst().orElseThrow();
    return Long.parseLong(most.replaceAll("\\D", "")) * 1_024;
  }

  /// How many processes of this name it runs, or those that it runs.
  long running(String name) {
    return process
        .descendants()
        .filter(it -> it.info().command().filter(path -> path.endsWith("/" + name)).isPresent())
        .count();
  }

  /// Bytes of live objects on its heap, found by a full collection; empty when it is no JVM.
  OptionalLong liveHeapBytes() throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    var asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    try (var lines = asked.inputReader()) {
      return lines
          .lines()
          .filter(line -> line.startsWith("Total"))
          .mapToLong(line -> Long.parseLong(line.strip().split(" +")[2]))
          .findFirst();
    }
  }

  /// Asks it to end, as `kill` does; the seconds until it has. Throws `IOException` when that takes
  /// more than a minute.
  double stop() throws IOException, InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("still running after a minute");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// What a server says while it is measured goes to a file, to be read when a run fails.
  private void drain(BufferedReader output) {
    try (output;
        var log = Files.newBufferedWriter(LOG)) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        log.append(line).append('\n');
        lines.incrementAndGet();
      }
    } catch (IOException _) {
      // The pipe ends with the process.
    }
  }
}
