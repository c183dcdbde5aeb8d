package matinee.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Programs of the system that do one thing and end.
final class SystemTool {

  private SystemTool() {}

  /// Runs `command`; what it said, without the last line break. Throws `IOException` with that when
  /// it does not end well, or is not there.
  static String run(String... command) throws IOException {
    var said = new ArrayList<String>();
    var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    try (var lines = process.inputReader()) {
      lines.lines().forEach(said::add);
    }
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", said));
    }
    return String.join("\n", said);
  }
}
