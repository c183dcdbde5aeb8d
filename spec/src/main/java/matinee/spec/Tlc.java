package matinee.spec;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the model checker TLC, each time as its own process: it has state that belongs to the
/// program and not to a run.
final class Tlc {
  /// TLC recurses over sequences and formulas; the usual stack is too small for histories.
  private static final String STACK = "-Xss512m";

  private static final int SAFETY = 12;
  private static final int LIVENESS = 13;
  private static final Pattern SEEN =
      Pattern.compile("(\\d+) states generated (\\d+) distinct states found");

  private Tlc() {}

  /// What a run came to.
  enum Verdict {
    /// What the configuration names is true.
    TRUE,
    /// It is not; the output ends with a counterexample.
    FALSE,
    /// TLC could not tell: the specification is wrong in itself, or memory was short.
    BROKEN
  }

  /// One run: how many states were generated and how many of them differ, how long it took, and
  /// what TLC printed.
  record Run(Verdict verdict, long states, long distinct, Duration took, String output) {}

  /// Where TLC finds the module `Traces`, and options of the JVM in which it runs.
  record Given(Path library, List<String> javaOptions) {
    public Given {
      javaOptions = List.copyOf(javaOptions);
    }

    /// The stories of `protocol/scenarios`, as [Traces] has written them below `spec`.
    static Given stories(Path spec) {
      return new Given(spec.resolve("target"), List.of());
    }
  }

  /// Checks `module` of the folder `spec` as the configuration file `config` says. Blocks until TLC
  /// has ended.
  static Run check(Path spec, String module, Path config, Given given)
      throws IOException, InterruptedException {
    var scratch = Files.createTempDirectory("tlc");
    try {
      var begun = System.nanoTime();
      var process =
          new ProcessBuilder(command(module, config.toAbsolutePath(), scratch, given))
              .directory(spec.toFile())
              .redirectErrorStream(true)
              .start();
      String output;
      try (var reader = process.inputReader()) {
        output = reader.readAllAsString();
      }
      int code = process.waitFor();
      return run(code, output, Duration.ofNanos(System.nanoTime() - begun));
    } finally {
      remove(scratch);
    }
  }

  private static List<String> command(String module, Path config, Path scratch, Given given) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<String>();
    command.addAll(List.of(java, STACK, "-Xmx1g", "-XX:+UseSerialGC"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Djava.io.tmpdir=" + scratch);
    command.add("-DTLA-Library=" + given.library().toAbsolutePath());
    command.addAll(given.javaOptions());
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), "tlc2.TLC"));
    command.addAll(List.of("-workers", "1", "-metadir", scratch.toString()));
    command.addAll(List.of("-config", config.toString(), module + ".tla"));
    return command;
  }

  /// TLC runs in the folder of the specification, not in this one.
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(it -> Path.of(it).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Run run(int code, String output, Duration took) {
    var verdict =
        switch (code) {
          case 0 -> Verdict.TRUE;
          case SAFETY, LIVENESS -> Verdict.FALSE;
          default -> Verdict.BROKEN;
        };
    long states = 0;
    long distinct = 0;
    var seen = SEEN.matcher(output.replace(",", ""));
    while (seen.find()) {
      states = Long.parseLong(seen.group(1));
      distinct = Long.parseLong(seen.group(2));
    }
    return new Run(verdict, states, distinct, took, output);
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
