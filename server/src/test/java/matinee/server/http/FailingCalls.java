package matinee.server.http;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A process of which some calls of the system fail on some files, or take their time, until this
/// is closed: what a disk does that is broken, full or slow. By strace, which Linux lets the owner
/// of a process do.
public final class FailingCalls implements AutoCloseable {
  private static final String INJECTED = "(INJECTED)";
  private static final Pattern ATTACHED = Pattern.compile(".*strace: Process \\d+ attached.*");

  private static final int LOOKS = 50;

  private final long pid;
  private final Process strace;
  private final Path log;

  private FailingCalls(long pid, Process strace, Path log) {
    this.pid = pid;
    this.strace = strace;
    this.log = log;
  }

  /// Where strace is. Throws `IOException` when it is nowhere.
  public static Path program() throws IOException {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "strace"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException("there is no strace"));
  }

  /// May this process look into another of its own?
  public static boolean isPossible() throws Exception {
    var log = Files.createTempFile("matinee-strace", ".log");
    var stranger = new ProcessBuilder("sleep", "60").start();
    try (var _ = of(stranger.pid(), List.of(), "fsync:error=EIO", log)) {
      return true;
    } catch (IOException _) {
      return false;
    } finally {
      stranger.destroyForcibly().waitFor();
      Files.delete(log);
    }
  }

  /// Those of the process `pid` on `files` that `injection` names, as strace has it:
  /// `CALL:error=ERROR:when=N` for the N-th of each of its threads. What was called is written to
  /// `log`. Throws `IOException` when that cannot be had here.
  static FailingCalls of(long pid, List<Path> files, String injection, Path log)
      throws IOException {
    var call = injection.substring(0, injection.indexOf(':'));
    var words = new ArrayList<>(List.of(program().toString(), "-f", "-o", log.toString()));
    files.forEach(file -> words.addAll(List.of("-P", file.toString())));
    words.addAll(List.of("-e", "trace=" + call, "-e", "inject=" + injection));
    words.addAll(List.of("-p", Long.toString(pid)));
    var strace = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = strace.inputReader();
    var everything = new StringBuilder();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (ATTACHED.matcher(line).matches()) {
        return new FailingCalls(pid, strace, log);
      }
      everything.append(line).append('\n');
    }
    throw new IOException("strace ended: " + everything);
  }

  /// How many failed so far.
  long count() throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(INJECTED)).count();
    }
  }

  /// Returns when a call is held up: a thread stands still at one look after the other. Others do
  /// so for a moment only, while it is looked whether theirs is such a call.
  void awaitHeld() throws IOException, InterruptedException {
    var before = standing();
    for (int looks = 0; looks < LOOKS || before.isEmpty(); looks++) {
      if (strace.waitFor(10, TimeUnit.MILLISECONDS)) {
        throw new IOException("strace ended before a call was held up");
      }
      before.retainAll(standing());
      if (before.isEmpty()) {
        before = standing();
        looks = 0;
      }
    }
  }

  /// The threads of the process that stand still for strace.
  private Set<Path> standing() throws IOException {
    var found = new HashSet<Path>();
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (var thread : threads.toList()) {
        var stat = Files.readString(thread.resolve("stat"));
        if (stat.startsWith("t", stat.lastIndexOf(')') + 2)) {
          found.add(thread);
        }
      }
    }
    return found;
  }

  @Override
  public void close() throws InterruptedException {
    strace.destroy();
    strace.waitFor();
  }
}
