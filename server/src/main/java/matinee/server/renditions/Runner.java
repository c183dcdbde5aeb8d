package matinee.server.renditions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// Runs ffmpeg and ffprobe, and nothing of them is left when it returns: within [Bounds], without a
/// network where that can be had, with an empty environment, nothing to read but files, and what
/// they say bounded. Blocks. To be used by platform threads: programs end with the thread that
/// started them, even if the server is killed.
final class Runner {
  private static final int MAX_LINE = 1 << 20;
  private static final int LAST_WORDS = 4_096;
  private static final int BUFFER = 8_192;
  private static final File NOTHING = new File("/dev/null");

  /// `SIGKILL`, `SIGXCPU` and `SIGXFSZ` as exit codes, and a segment that could not be had.
  private static final int KILLED = 128 + 9;

  private static final int OUT_OF_PROCESSOR = 128 + 24;
  private static final int FILE_TOO_LARGE = 128 + 25;
  private static final int NO_SEGMENT = 128 + 11;

  private final Programs programs;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean isStopped;

  Runner(Programs programs) {
    this.programs = programs;
  }

  Programs programs() {
    return programs;
  }

  sealed interface Outcome {}

  record Done() implements Outcome {}

  /// It ended otherwise than well; `lastWords` is the end of what it complained of.
  record Failed(Failure failure, String lastWords) implements Outcome {}

  /// Runs `command` in `folder`. Each line that it writes is shown to `lines`; when that gives
  /// false, or a line has more than 1 MiB, it is ended. Throws `InterruptedException` when the
  /// runner was stopped, or the thread is interrupted.
  Outcome run(List<String> command, Path folder, Bounds bounds, Predicate<String> lines)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(programs.confining(bounds));
    words.addAll(command);
    var builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    var process = builder.redirectInput(NOTHING).start();
    running.add(process);
    var ended = new AtomicReference<>(Failure.BROKEN_OFF);
    var complaints = new Tail();
    var readers =
        List.of(
            Thread.ofVirtual().start(() -> readLines(process, lines)),
            Thread.ofVirtual().start(() -> complaints.read(process.getErrorStream())));
    try {
      if (isStopped) {
        kill(process);
      }
      if (!process.waitFor(bounds.wall().toMillis(), TimeUnit.MILLISECONDS)) {
        ended.set(Failure.TOO_SLOW);
      }
    } finally {
      if (process.isAlive()) { // else its last lines, which may not be read yet, would be closed
        kill(process);
      }
      running.remove(process);
    }
    if (isStopped) {
      throw new InterruptedException("the server stops");
    }
    for (var reader : readers) {
      reader.join();
    }
    int code = process.waitFor();
    if (code == 0) {
      return new Done();
    }
    return new Failed(
        ended.get() == Failure.TOO_SLOW ? Failure.TOO_SLOW : why(code, complaints.text()),
        complaints.text());
  }

  /// Ends what runs, and whatever is begun from now on.
  void stop() {
    isStopped = true;
    running.forEach(Runner::kill);
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private static Failure why(int code, String lastWords) {
    if (code == OUT_OF_PROCESSOR) {
      return Failure.TOO_SLOW;
    }
    if (code == FILE_TOO_LARGE
        || lastWords.contains("No space left on device")
        || lastWords.contains("File too large")) {
      return Failure.NO_SPACE;
    }
    if (code == KILLED
        || code == NO_SEGMENT
        || lastWords.contains("Cannot allocate memory")
        || lastWords.contains("failed to map segment")
        || lastWords.contains("malloc of size")) {
      return Failure.OUT_OF_MEMORY;
    }
    return lastWords.contains("not on whitelist") ? Failure.UNKNOWN_CODEC : Failure.BROKEN_OFF;
  }

  private static void readLines(Process process, Predicate<String> lines) {
    var line = new ByteArrayOutputStream();
    var buffer = new byte[BUFFER];
    try (var output = process.getInputStream()) {
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] != '\n') {
            line.write(buffer[i]);
          } else {
            if (!lines.test(line.toString(UTF_8))) {
              kill(process);
              return;
            }
            line.reset();
          }
        }
        if (line.size() > MAX_LINE) {
          kill(process);
          return;
        }
      }
    } catch (IOException _) {
      // it was ended
    }
  }

  /// The end of what a program complains of.
  private static final class Tail {
    private String text = "";

    void read(InputStream complaints) {
      var buffer = new byte[BUFFER];
      try (complaints) {
        for (int read = complaints.read(buffer); read >= 0; read = complaints.read(buffer)) {
          add(new String(buffer, 0, read, UTF_8));
        }
      } catch (IOException _) {
        // it was ended
      }
    }

    private synchronized void add(String more) {
      var all = text + more;
      text = all.substring(Math.max(0, all.length() - LAST_WORDS));
    }

    synchronized String text() {
      return text;
    }
  }
}
