package matinee.server.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class FewThreadsTest {
  /// In /proc/thread-self/stat (proc_pid_stat(5)), counted behind the name, which may hold blanks.
  private static final int NICE = 16;

  private static final int NICEST = 19;

  private static int niceness() throws Exception {
    var stat = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void what_is_done_on_them_lets_others_go_first() throws Exception {
    try (var threads = new FewThreads("work", 1, 1)) {
      int own = niceness();

      assertThat(threads.<Integer>on(FewThreadsTest::niceness))
          .isEqualTo(Math.min(NICEST, own + Niceness.NICER));
      assertThat(niceness()).isEqualTo(own);
    }
  }
}
