package matinee.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the rules of `protocol/` and the tests of the whole repository together.
///
/// A rule is a line `- **XX1** ...` there. A test names it by a tag in Java, by its id in square
/// brackets in the title elsewhere.
class RuleCoverageTest {
  /// The pages whose every rule must have a test.
  private static final List<String> COVERED =
      List.of("ROOM.md", "WIRE.md", "PEERS.md", "TRACKER.md");

  private static final Pattern RULE = Pattern.compile("(?m)^- \\*\\*([A-Z]{2}[0-9]+)\\*\\* ");
  private static final Pattern JAVA_TAG = Pattern.compile("@Tag\\(\"([A-Z]{2}[0-9]+)\"\\)");
  private static final Pattern TITLE = Pattern.compile("\\[([A-Z]{2}[0-9]+)]");
  private static final Path ROOT = Repository.root();

  @Test
  void every_rule_has_a_test() {
    var rules = COVERED.stream().flatMap(page -> rules(ROOT.resolve("protocol", page)));
    var tested = tested();

    var untested = rules.filter(Predicate.not(tested::contains));

    assertThat(untested).as("rules without a test").isEmpty();
  }

  @Test
  void no_rule_is_stated_twice() {
    var rules = allRules();

    assertThat(rules).doesNotHaveDuplicates();
  }

  @Test
  void no_test_names_a_rule_that_does_not_exist() {
    var rules = Set.copyOf(allRules());

    var unknown = tested().stream().filter(Predicate.not(rules::contains));

    assertThat(unknown).as("rules that tests name and protocol/ does not").isEmpty();
  }

  @Test
  void nothing_quotes_a_rule_that_does_not_exist() {
    var rules = allRules();
    var groups = rules.stream().map(rule -> rule.substring(0, 2)).distinct();
    var quote = Pattern.compile(groups.collect(Collectors.joining("|", "\\b((?:", ")[0-9]+)\\b")));

    var unknown = new TreeMap<String, Path>();
    Stream.of(
            Repository.files(ROOT, ".java", ".ts", ".tsx", ".tla", ".cfg"),
            Repository.files(ROOT.resolve("protocol/scenarios"), ".txt"))
        .flatMap(List::stream)
        .forEach(
            file ->
                ids(quote, file)
                    .filter(Predicate.not(rules::contains))
                    .forEach(id -> unknown.put(id, file)));

    assertThat(unknown).isEmpty();
  }

  private static List<String> allRules() {
    return Repository.files(ROOT.resolve("protocol"), ".md").stream()
        .flatMap(RuleCoverageTest::rules)
        .toList();
  }

  private static Stream<String> rules(Path page) {
    return ids(RULE, page);
  }

  /// Every id that a test anywhere in the repository names.
  private static Set<String> tested() {
    var java =
        Repository.files(ROOT, ".java").stream()
            .filter(file -> file.toString().contains("/src/test/"))
            .flatMap(file -> ids(JAVA_TAG, file));
    var script =
        Repository.files(ROOT, ".test.ts", ".test.tsx", ".test.mjs", ".spec.ts", ".spec.tsx")
            .stream()
            .flatMap(file -> ids(TITLE, file));
    return Stream.concat(java, script).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ids(Pattern pattern, Path file) {
    return pattern.matcher(Repository.text(file)).results().map(match -> match.group(1));
  }
}
