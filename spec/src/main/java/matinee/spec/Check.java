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
  private static final String STORY = "--story";

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
  /// running servers wrote there is checked, and nothing else. Or `--story` and the name of one
  /// configuration: then its counterexample is printed as a story of `protocol/scenarios`.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var spec = Path.of(arguments[0]);
    var rest = List.of(arguments).subList(1, arguments.length);
    if (rest.contains(TRACES)) {
      checkTraces(spec, rest.subList(rest.indexOf(TRACES) + 1, rest.size()));
    }
    boolean deep = rest.contains("--deep");
    if (rest.contains(STORY)) {
      tell(spec, rest.subList(rest.indexOf(STORY) + 1, rest.size()));
      return;
    }
    var names = rest.stream().filter(it -> !it.startsWith("--")).toList();
    var models =
        Model.below(spec, deep).stream()
            .filter(it -> names.isEmpty() || names.contains(it.name()))
            .toList();
    if (models.isEmpty()) {
      System.err.println("no such configuration in " + spec + ": " + names);
      System.exit(BAD_USE);
    }
    writeStories(spec);
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
    System.exit(checked.faults().isEmpty() ? 0 : 1);
  }

  private static void writeStories(Path spec) throws IOException {
    Traces.write(spec.resolveSibling("protocol").resolve("scenarios"), spec.resolve("target"));
  }

  /// Prints what TLC finds in the configuration that is named, as a story.
  private static void tell(Path spec, List<String> names) throws IOException, InterruptedException {
    var models = Model.below(spec, true).stream().filter(it -> names.contains(it.name())).toList();
    if (models.size() != 1) {
      System.err.println("--story needs the name of one configuration, as mistakes/ignores_epoch");
      System.exit(BAD_USE);
    }
    writeStories(spec);
    try {
      StoryMaker.story(spec, models.getFirst()).forEach(System.out::println);
    } catch (IllegalArgumentException e) {
      System.err.println("no story of " + models.getFirst().name() + ": " + e.getMessage());
      System.exit(1);
    }
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
    var run = Tlc.check(spec, model.module(), model.file(), Tlc.Given.stories(spec));
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
