package matinee.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What TLC finds becomes a story; those that are kept are replayed by room/ and held against the
/// rules, as every story is.
final class StoryMakerTest {
  private static final Path SPEC = Path.of("").toAbsolutePath();
  private static final Path SCENARIOS = SPEC.resolveSibling("protocol").resolve("scenarios");

  @BeforeAll
  static void writeStories() throws IOException {
    Traces.write(SCENARIOS, SPEC.resolve("target"));
  }

  private static Model model(String name) throws IOException {
    return Model.below(SPEC, false).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// `./dev spec --story NAME` prints it, `./dev test --rewrite` lets the real code go on.
  @ParameterizedTest
  @ValueSource(
      strings = {"mistakes/everyone_controls", "mistakes/forgets_answers", "reach/catching_up"})
  void a_counterexample_is_the_story_that_is_kept_of_it(String name) throws Exception {
    var kept = SCENARIOS.resolve("found_" + name.replaceFirst(".*/", "") + ".txt");

    var story = StoryMaker.story(SPEC, model(name));

    assertThat(story)
        .isEqualTo(Files.readAllLines(kept).stream().filter(it -> !Scenario.tells(it)).toList());
  }

  @Test
  void what_holds_has_no_story() {
    assertThatThrownBy(
            () -> Counterexample.in("Model checking completed. No error has been found."))
        .hasMessageContaining("no counterexample");
  }

  @Test
  void values_are_read_as_TLC_prints_them() {
    var value = Printed.read("( n1 :> [a |-> <<1, -2>>,\n  b |-> {TRUE}] @@ n2 :> \"x y\" )");

    assertThat(value.get("n1").get("a").items())
        .isEqualTo(List.of(new Printed.Whole(1), new Printed.Whole(-2)));
    assertThat(value.get("n1").get("b").items()).isEqualTo(List.of(new Printed.Name("TRUE")));
    assertThat(value.get("n2").text()).isEqualTo("x y");
  }
}
