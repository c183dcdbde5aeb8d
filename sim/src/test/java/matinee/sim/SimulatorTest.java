package matinee.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Bad days, many of them.
final class SimulatorTest {
  private static final long SEEDS = 1_000;
  private static final long TRACED = 20;
  private static final Path TRACES = Path.of("target", "traces");
  private static final Pattern RULE = Pattern.compile("(?m)^- \\*\\*([A-Z]{2}\\d+)\\*\\*");
  private static final RunFiles FILES = new RunFiles();

  private final Simulator simulator = new Simulator(Build.GOOD, FILES);

  @AfterAll
  static void close() {
    FILES.close();
  }

  /// What happens in giants (GI1), where there are several regions (RG1, RG2), and at the end of a
  /// room (AC7).
  private static final Set<Class<?>> OUT_OF_REACH =
      Set.of(
          Event.GiantChanged.class,
          Event.MovedAway.class,
          Event.MovedHere.class,
          Event.Closed.class);

  @Test
  void whatever_happens_rooms_stay_whole_and_come_together_again() {
    long began = System.nanoTime();

    var tally = simulator.live(1, SEEDS);

    System.out.print(Sim.report(tally, (System.nanoTime() - began) / 1e9));
    assertThat(tally.bad().stream().map(simulator::explain).collect(Collectors.joining("\n")))
        .isEmpty();
    assertThat(tally.seeds()).isEqualTo(SEEDS);
    assertThat(Faults.missing(tally.counts(), SEEDS)).isEmpty();
    assertThat(RuleCases.missing(tally.counts())).isEmpty();
    assertThat(
            Stream.of(Event.class, Event.OfQueue.class, Event.OfLine.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .filter(kind -> kind != Event.OfQueue.class && kind != Event.OfLine.class)
                .filter(kind -> !OUT_OF_REACH.contains(kind))
                .map(Class::getSimpleName))
        .allMatch(event -> tally.counts().of("event " + event) > 0);
  }

  @Test
  void every_rule_has_a_case_or_a_reason_why_no_day_can_show_it() throws IOException {
    var rules = Files.readString(Path.of("../protocol/ROOM.md"));

    var named = RULE.matcher(rules).results().map(found -> found.group(1));

    var known = new TreeSet<>(OutOfReach.RULES.keySet());
    RuleCases.ALL.forEach(one -> known.add(one.rule()));
    assertThat(known).containsExactlyInAnyOrderElementsOf(named.toList());
  }

  /// What they write down is held against the specification when all tests have passed.
  @Test
  void what_rooms_do_on_some_days_is_written_down_for_the_specification() {
    try (var files = new RunFiles(Optional.of(TRACES))) {
      var tally = new Simulator(Build.GOOD, files).live(1, TRACED);

      assertThat(tally.bad()).isEmpty();
      assertThat(TRACES).isNotEmptyDirectory();
    }
  }

  @Test
  void a_seed_is_always_the_same_day() {
    var one = simulator.live(7);
    var other = simulator.live(7);

    assertThat(other.counts().all()).isEqualTo(one.counts().all());
    assertThat(other.virtualMs()).isEqualTo(one.virtualMs());
    assertThat(one.counts().all()).isNotEqualTo(Map.of());
  }
}
