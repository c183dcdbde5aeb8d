package matinee.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Real processes that are killed, real connections that break: nothing that was accepted is lost,
/// doubled or reordered, and everybody agrees afterwards.
final class ShortTrialTest {
  private static final long SEED = 20_261_122;
  private static final Duration CONVERGE_LIMIT = Duration.ofSeconds(120);
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-Xms48m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void nothing_accepted_is_lost_when_a_server_its_database_or_a_network_fails() throws Exception {
    var figures = figures(Shape.Carrier.REDIS, List.of("F-01", "F-05", "L-04", "F-13"));

    assertThat(figures.returns().ms()).isNotEmpty();
  }

  @Test
  void nothing_accepted_is_lost_when_a_shard_dies_or_stands_still_or_its_slots_move()
      throws Exception {
    var figures = figures(Shape.Carrier.REDIS_CLUSTER, List.of("F-33", "F-05", "F-06"));

    assertThat(figures.returns().ms()).isEmpty();
  }

  /// What a trial with the faults of these rows came to, in which everything held.
  private Figures figures(Shape.Carrier carrier, List<String> rows) throws Exception {
    System.out.println("seed " + SEED);
    var shape =
        new Shape(2, carrier, Shape.Storage.FOLDER, OptionalInt.empty(), folder, SEED, FLAGS);
    try (var trial = Trial.begin(shape, new Crowd.Size(3, 4, 200), System.out)) {
      for (var row : rows) {
        Pause.ms(1_000);
        trial.suffer(Faults.of(row), 1, 500);
        trial.converge(CONVERGE_LIMIT);
        trial.talk();
      }
      trial.converge(CONVERGE_LIMIT);

      var verdict = trial.conclude(Optional.empty());

      assertThat(verdict.broken()).isEmpty();
      var figures = Figures.of(verdict.evidence(), 0, trial.nowMs());
      assertThat(figures.accepted()).isPositive();
      return figures;
    }
  }
}
