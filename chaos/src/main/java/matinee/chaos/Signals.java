package matinee.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Signals that Java does not know of.
final class Signals {

  private Signals() {}

  /// Sends the signal `name` (`STOP`, `CONT`, `KILL`) to one process. One that has ended gets none.
  static void send(String name, long pid) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
