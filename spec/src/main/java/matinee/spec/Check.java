package matinee.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// Checks every configuration of the specification, as many at a time as there are processors.
///
/// Prints one line for each: what it is, whether it came out as expected, how many states, how
/// long. Ends with 1 when one that must hold fails, or one that must fail holds; what TLC said
/// about it is then in `spec/target`.
public final class Check {
  private static final double MS_PER_SECOND = 1e3;
  private static final int MOST_LINES = 40;
  private static final int BAD_USE = 2;
  private static final String TRACES = "--traces";

  private Check() {}

  private record Checked(Model model, Tlc.Run run) {
    boolean isAsExpected() {
      return switch (run.verdict()) {
        case TRUE -> model.expectation().holds();
        case FALSE -> !model.expectation().holds();
        case BROKEN -> false;
      };
    }
  }

  /// `arguments`: the folder of the specification, then `--deep` for the larger bounds too, and the
  /// names of configurations when only these are wanted. Or `--traces` and folders: then what
  /// running servers wrote there is checked, and nothing else.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var spec = Path.of(arguments[0]);
    var rest = List.of(arguments).subList(1, arguments.length);
    if (rest.contains(TRACES)) {
      checkTraces(spec, rest.subList(rest.indexOf(TRACES) + 1, rest.size()));
    }
    var names = rest.stream().filter(it -> !it.startsWith("--")).toList();
    var models =
        Model.below(spec, rest.contains("--deep")).stream()
            .filter(it -> names.isEmpty() || names.contains(it.name()))
            .toList();
    if (models.isEmpty()) {
      System.err.println("no such configuration in " + spec + ": " + names);
      System.exit(BAD_USE);
    }
    Traces.write(spec.resolveSibling("protocol").resolve("scenarios"), spec.resolve("target"));
    var unexpected = 0;
    for (var checked : checkAll(spec, models)) {
      unexpected += checked.isAsExpected() ? 0 : 1;
    }
    System.out.printf("spec: %d configurations, %d not as expected%n", models.size(), unexpected);
    System.exit(unexpected == 0 ? 0 : 1);
  }

  private static void checkTraces(Path spec, List<String> folders)
      throws IOException, InterruptedException {
    if (folders.isEmpty()) {
      System.err.println("--traces needs the folder that a server was given as --trace");
      System.exit(BAD_USE);
    }
    var checked = TraceCheck.of(spec, folders.stream().map(Path::of).toList());
    System.out.println(checked.summary());
    checked.faults().stream().limit(MOST_LINES).forEach(System.out::println);
    if (checked.histories().lines() == 0) {
      System.err.println("there is no trace in " + folders);
    }
    System.exit(checked.faults().isEmpty() && checked.histories().lines() > 0 ? 0 : 1);
  }

  private static List<Checked> checkAll(Path spec, List<Model> models)
      throws InterruptedException, ExecutionException {
    int atATime = Math.max(1, Runtime.getRuntime().availableProcessors());
    var all = new ArrayList<Checked>();
    try (var threads = Executors.newFixedThreadPool(atATime)) {
      var running = new ArrayList<Future<Checked>>();
      for (var model : models) {
        running.add(threads.submit(() -> check(spec, model)));
      }
      for (var each : running) {
        all.add(each.get());
      }
    }
    return all;
  }

  private static Checked check(Path spec, Model model) throws IOException, InterruptedException {
    var run =
        Tlc.check(
            spec, model.module(), model.file(), new Tlc.Given(spec.resolve("target"), List.of()));
    var checked = new Checked(model, run);
    var line =
        String.format(
            Locale.ROOT,
            "%-4s %-28s %-8s %,10d states %,10d distinct %6.1f s",
            checked.isAsExpected() ? "ok" : "BAD",
            model.name(),
            told(run.verdict()),
            run.states(),
            run.distinct(),
            run.took().toMillis() / MS_PER_SECOND);
    System.out.println(checked.isAsExpected() ? line : line + keep(spec, model, run));
    return checked;
  }

  private static String told(Tlc.Verdict verdict) {
    return switch (verdict) {
      case TRUE -> "holds";
      case FALSE -> "fails";
      case BROKEN -> "broken";
    };
  }

  /// Writes down what TLC said, and says where.
  private static String keep(Path spec, Model model, Tlc.Run run) throws IOException {
    var file = spec.resolve("target").resolve(model.name().replace('/', '-') + ".txt");
    Files.createDirectories(spec.resolve("target"));
    Files.writeString(file, run.output());
    return "\n     TLC said (all of it in " + file + "):\n" + told(run.output());
  }

  /// What is wrong, and the actions that led there.
  private static String told(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("Error:") || line.startsWith("State "))
        .limit(MOST_LINES)
        .collect(Collectors.joining("\n"))
        .indent(5);
  }
}
