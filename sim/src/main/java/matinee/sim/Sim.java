package matinee.sim;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `./dev sim`: lives bad days, prints what happened and how often, and explains the days on which
/// something was broken. Ends with 1 when there was one.
public final class Sim {
  private static final long SEEDS = 1_000;
  private static final double MS_PER_HOUR = 3_600_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int BAD_USE = 2;

  private Sim() {}

  /// `--seeds N` days from `--first SEED` on, or the day of `--seed S` alone. `--trace FOLDER`
  /// writes down what rooms did, for `./dev spec --traces FOLDER`.
  public static void main(String[] arguments) {
    var given = List.of(arguments);
    try (var files = new RunFiles(text(given, "--trace").map(Path::of))) {
      var simulator = new Simulator(Build.GOOD, files);
      var one = option(given, "--seed");
      long began = System.nanoTime();
      var tally =
          one.isPresent()
              ? simulator.live(one.get(), 1)
              : simulator.live(
                  option(given, "--first").orElse(1L), option(given, "--seeds").orElse(SEEDS));
      System.out.print(report(tally, (System.nanoTime() - began) / NANOS_PER_SECOND));
      tally.bad().forEach(bad -> System.out.println(simulator.explain(bad)));
      if (!tally.bad().isEmpty()) {
        System.exit(1);
      }
    } catch (NumberFormatException e) {
      System.err.println("a seed and a number of seeds are whole numbers: " + e.getMessage());
      System.exit(BAD_USE);
    }
  }

  /// What was lived through, for people to read.
  static String report(Simulator.Tally tally, double seconds) {
    return "%s%d seeds, %.1f hours of virtual time, %.1f s, %d bad%n"
        .formatted(
            tally.counts(),
            tally.seeds(),
            tally.virtualMs() / MS_PER_HOUR,
            seconds,
            tally.bad().size());
  }

  private static Optional<Long> option(List<String> given, String name) {
    return text(given, name).map(Long::valueOf);
  }

  private static Optional<String> text(List<String> given, String name) {
    int at = given.indexOf(name);
    return at < 0 || at + 1 >= given.size() ? Optional.empty() : Optional.of(given.get(at + 1));
  }
}
