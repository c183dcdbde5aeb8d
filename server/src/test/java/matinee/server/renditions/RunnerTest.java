package matinee.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is heard of programs.
final class RunnerTest {
  private static final int TIMES = 300;
  private static final int AT_ONCE = 8;
  private static final Bounds BOUNDS =
      new Bounds(1L << 30, Duration.ofSeconds(30), 1 << 20, Duration.ofMinutes(1));

  @TempDir private Path folder;

  @Test
  void a_program_that_ends_at_once_is_heard_to_its_last_line() throws Exception {
    var runner = new Runner(Theatre.programs());
    Callable<List<String>> heard =
        () -> {
          var lines = new CopyOnWriteArrayList<String>();
          assertThat(runner.run(List.of("/bin/echo", "one\ntwo"), folder, BOUNDS, lines::add))
              .isEqualTo(new Runner.Done());
          return lines;
        };

    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var lines : threads.invokeAll(Collections.nCopies(TIMES, heard))) {
        assertThat(lines.get()).containsExactly("one", "two");
      }
    }
  }
}
