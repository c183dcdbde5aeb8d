package matinee.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Holds what running servers wrote down, being given `--trace`, against the specification. One run
/// of TLC for everything.
///
/// `faults` are for people to read, and none if the traces are those of rooms that keep the rules.
record TraceCheck(Histories histories, List<String> faults, Tlc.Run run) {
  private static final String CONFIGURATIONS = "running";
  private static final String RULES = "rules.cfg";
  private static final String TAMPERED = "tampered.cfg";
  private static final String MODULE = "TraceRoom";
  private static final Pattern PLACE =
      Pattern.compile("/\\\\ step = (\\d+)\\s+/\\\\ trace = (\\d+)");
  private static final double MS_PER_SECOND = 1e3;

  TraceCheck {
    faults = List.copyOf(faults);
  }

  /// The check of everything below `folders`.
  static TraceCheck of(Path spec, List<Path> folders) throws IOException, InterruptedException {
    var histories = Histories.below(folders);
    var run = run(spec, folders, RULES);
    var faults = new ArrayList<>(histories.faults());
    if (histories.lines() == 0) {
      faults.add("there is no trace in " + folders);
    }
    if (run.verdict() != Tlc.Verdict.TRUE) {
      faults.add(place(histories, run.output()).orElse("TLC could not tell") + keep(spec, run));
    } else if (run.distinct() != histories.states()) {
      faults.add(
          "TLC has seen "
              + run.distinct()
              + " states, of "
              + histories.states()
              + " that were told"
              + keep(spec, run));
    }
    return new TraceCheck(histories, faults, run);
  }

  /// What TLC says about traces below `folder` that were tampered with: true if it takes none of
  /// them to its end.
  static Tlc.Run ofTampered(Path spec, Path folder) throws IOException, InterruptedException {
    return run(spec, List.of(folder), TAMPERED);
  }

  private static Tlc.Run run(Path spec, List<Path> folders, String configuration)
      throws IOException, InterruptedException {
    var library = spec.resolve("target").resolve(CONFIGURATIONS);
    Files.createDirectories(library);
    Files.writeString(
        library.resolve("Traces.tla"),
        """
        ---- MODULE Traces ----
        Told == <<>>
        Tampered == <<>>
        ====
        """);
    return Tlc.check(
        spec,
        MODULE,
        spec.resolve(CONFIGURATIONS).resolve(configuration),
        new Tlc.Given(library, RunningTraces.options(folders)));
  }

  /// Which line is no step of the rules: the last that TLC came to.
  private static Optional<String> place(Histories histories, String output) {
    var places = PLACE.matcher(output).results().toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(places.getLast())
            .map(
                place -> {
                  var history = histories.all().get(Integer.parseInt(place.group(2)) - 1);
                  var step = history.steps().get(Integer.parseInt(place.group(1)) - 1);
                  return step.where() + ": this is not what the rules make of it";
                });
  }

  private static String keep(Path spec, Tlc.Run run) throws IOException {
    var file = spec.resolve("target").resolve("traces.txt");
    Files.writeString(file, run.output());
    return "; what TLC said is in " + file;
  }

  /// What was checked, in a line.
  String summary() {
    return String.format(
        Locale.ROOT,
        "%-4s traces: %,d lines of %,d rooms, %d holes, %.1f s",
        faults.isEmpty() ? "ok" : "BAD",
        histories.lines(),
        histories.all().size(),
        histories.holes(),
        run.took().toMillis() / MS_PER_SECOND);
  }
}
