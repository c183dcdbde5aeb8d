package matinee.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Replays the stories of `protocol/scenarios/`. With `-Dscenarios.rewrite=true` they are written
/// anew first: then read what has changed in them.
class ScenarioTest {
  private static final Path FOLDER = Repository.root().resolve("protocol/scenarios");

  static Stream<Path> scenarios() {
    return Repository.files(FOLDER, ".txt").stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  @Tag("OR3")
  void a_scenario_goes_as_it_is_told(Path scenario) throws IOException {
    var told = Repository.text(scenario);

    var played = Transcript.play(told);

    if (Boolean.getBoolean("scenarios.rewrite")) {
      Files.writeString(scenario, played);
    } else {
      assertThat(played).as(scenario.getFileName().toString()).isEqualTo(told);
    }
  }

  @Test
  void there_are_stories_to_replay() {
    assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(16);
  }
}
