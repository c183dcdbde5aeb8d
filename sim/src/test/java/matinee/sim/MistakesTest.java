package matinee.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The simulator proves itself: it finds what is wrong, and finds nothing where nothing is.
final class MistakesTest {
  private static final RunFiles FILES = new RunFiles();

  @AfterAll
  static void close() {
    FILES.close();
  }

  static Stream<Mistake> mistakes() {
    return Mistakes.all();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_planted_mistake_is_found(Mistake mistake) {
    var simulator = new Simulator(mistake.build(), FILES);

    var found =
        LongStream.rangeClosed(1, mistake.within())
            .mapToObj(simulator::live)
            .filter(day -> !day.isGood())
            .findFirst();

    assertThat(found).as(mistake.prose()).isPresent();
    found.ifPresent(day -> System.out.println(said(mistake, day)));
  }

  private static String said(Mistake mistake, Day.Outcome day) {
    var by = day.violation().map(Violation::invariant).orElseThrow();
    return "%s (%s): caught by %s at seed %d"
        .formatted(mistake, mistake.prose(), by, day.plan().seed());
  }

  @Test
  void where_nothing_is_wrong_nothing_is_found_in_twenty_days() {
    var simulator = new Simulator(Build.GOOD, FILES);

    var alarms =
        LongStream.rangeClosed(100_001, 100_020)
            .mapToObj(simulator::live)
            .map(Day.Outcome::violation)
            .flatMap(Optional::stream);

    assertThat(alarms).isEmpty();
  }
}
