package matinee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./matinee` with something to do that ends: `migrate`, `backup`, `restore`.
record ErrandProcess(Path repository) {

  /// Does what the `arguments` say; the seconds it took, the start of the JVM included. Throws
  /// `IOException` with what it said when it does not end well.
  double run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(repository.resolve("matinee").toString()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.inputReader()) {
      var said = output.lines().toList();
      if (process.waitFor() != 0) {
        throw new IOException(String.join("\n", said));
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
