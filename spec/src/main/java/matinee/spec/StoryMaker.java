package matinee.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes stories of `protocol/scenarios` of what TLC finds: the counterexample of a configuration
/// that must fail, as commands to one room. Below them nothing is told yet: `./dev test --rewrite`
/// lets the real code do that.
final class StoryMaker {
  private static final Pattern WAIT_LIMIT = Pattern.compile("WaitLimit = (\\d+)");
  private static final Pattern FIRST_LINE = Pattern.compile("\\\\\\* [A-Za-z]+: (.*)");

  private StoryMaker() {}

  /// The lines of the story of `model`, for which the module `Traces` must have been written.
  /// Throws `IllegalArgumentException` when TLC finds nothing, or what it finds cannot be told so.
  static List<String> story(Path spec, Model model) throws IOException, InterruptedException {
    var run = Tlc.check(spec, model.module(), model.file(), Tlc.Given.stories(spec));
    var lines = Retelling.of(Counterexample.in(run.output()), waitLimit(model));
    var story = new ArrayList<String>();
    story.add(title(model));
    story.add("");
    story.add("Found by TLC in " + model.name() + ": " + about(model));
    story.add("");
    story.addAll(lines);
    return story;
  }

  private static int waitLimit(Model model) throws IOException {
    var found = WAIT_LIMIT.matcher(Files.readString(model.file()));
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  private static String about(Model model) throws IOException {
    var first = FIRST_LINE.matcher(Files.readAllLines(model.file()).getFirst());
    return first.matches() ? first.group(1) : "";
  }

  private static String title(Model model) {
    var words = model.name().replaceFirst(".*/", "").replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
