package matinee.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A program that a trial has started. What it says is added to a file.
final class Child {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /// Starts `command` and returns when `ready` says so. Throws `IOException` with the end of what
  /// it said when it ends before, or does not get ready within 90 s.
  static Child start(String name, List<String> command, Path log, BooleanSupplier ready)
      throws IOException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    var child = new Child(name, process, log);
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        process.destroyForcibly();
        throw new IOException(name + " did not get ready: " + child.lastWords());
      }
      Pause.ms(25);
    }
    return child;
  }

  private String lastWords() throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Ends it without a warning, frozen or not, and waits until it is gone.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// Asks it to end, as `kill` does.
  void terminate() {
    process.destroy();
  }

  /// Has it ended within `limit`?
  boolean hasEnded(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// It does nothing any more, and nobody is told.
  void freeze() {
    Signals.send("STOP", pid());
  }

  void thaw() {
    Signals.send("CONT", pid());
  }

  /// How many files and sockets it has open, how many threads.
  Weight weight() {
    var proc = Path.of("/proc", Long.toString(pid()));
    try (var files = Files.list(proc.resolve("fd"));
        var threads = Files.list(proc.resolve("task"))) {
      return new Weight(files.count(), threads.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Bytes of what is alive on the heap of a JVM, after a full collection.
  long liveHeap() throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    var asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid()), "GC.class_histogram").start();
    try (var lines = asked.inputReader()) {
      return lines
          .lines()
          .filter(line -> line.startsWith("Total"))
          .mapToLong(line -> Long.parseLong(line.strip().split(" +")[2]))
          .findFirst()
          .orElseThrow(() -> new IOException(name + " does not tell what is on its heap"));
    }
  }

  /// Open files and sockets, and threads, of a process.
  record Weight(long files, long threads) {}
}
