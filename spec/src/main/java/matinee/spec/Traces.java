package matinee.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes the module `Traces`: `Told`, what the stories of `protocol/scenarios` tell, and
/// `Tampered`, the same with one line changed in each.
final class Traces {

  /// What a line is changed to when it holds the word: another that can be read as well.
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("READY", "BUFFERING"),
          Map.entry("BUFFERING", "CATCHING_UP"),
          Map.entry("CATCHING_UP", "READY"),
          Map.entry("PLAYED", "SEEKED"),
          Map.entry("PAUSED", "PLAYED"),
          Map.entry("STALE", "NO_CHANGE"),
          Map.entry("NOT_ALLOWED", "STALE"),
          Map.entry("MUTED", "LOCKED"),
          Map.entry("ACCEPTED", "DECLINED"),
          Map.entry("EXPIRED", "WITHDRAWN"),
          Map.entry("GUEST", "WATCHER"),
          Map.entry("WATCHER", "GUEST"),
          Map.entry("anna", "ben"),
          Map.entry("ben", "anna"),
          Map.entry("paused", "waiting"),
          Map.entry("EVERYONE", "HOST_ONLY"),
          Map.entry("HOST_ONLY", "ASK"),
          Map.entry("ASK", "EVERYONE"));

  private Traces() {}

  /// Writes `Traces.tla` into `folder` from the stories in `scenarios`.
  static void write(Path scenarios, Path folder) throws IOException {
    var told = new ArrayList<String>();
    var tampered = new ArrayList<String>();
    for (var story : stories(scenarios)) {
      told.add(Tla.sequence(Scenario.steps(story)));
      tampered.addAll(tampered(told.size(), story));
    }
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("Traces.tla"),
        """
        ---- MODULE Traces ----
        EXTENDS Rules
        Told ==
        %s

        Tampered ==
        %s
        ====
        """
            .formatted(Tla.sequence(told), Tla.sequence(tampered)));
  }

  private static List<List<String>> stories(Path scenarios) throws IOException {
    var stories = new ArrayList<List<String>>();
    try (var files = Files.list(scenarios)) {
      for (var file : files.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
        stories.add(Files.readAllLines(file));
      }
    }
    return stories;
  }

  /// For each line of the story number `story` that tells what happened, for each number and word
  /// in it that can be another: which step becomes another by that, and what it becomes.
  private static List<String> tampered(int story, List<String> lines) {
    var all = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (!Scenario.tells(lines.get(i))) {
        continue;
      }
      for (var changed : changed(lines.get(i))) {
        var other = new ArrayList<>(lines.subList(0, endOfStep(lines, i)));
        other.set(i, changed);
        var steps = Scenario.steps(other);
        all.add(
            Tla.record(
                "story", Integer.toString(story),
                "at", Integer.toString(steps.size()),
                "step", steps.getLast()));
      }
    }
    return all;
  }

  private static int endOfStep(List<String> lines, int from) {
    int end = from + 1;
    while (end < lines.size() && Scenario.tells(lines.get(end))) {
      end++;
    }
    return end;
  }

  private static List<String> changed(String line) {
    var all = new ArrayList<String>();
    for (var word : OTHER.entrySet()) {
      var other = line.replaceFirst("\\b" + word.getKey() + "\\b", word.getValue());
      if (!other.equals(line)) {
        all.add(other);
      }
    }
    for (int i = 0; i < line.length(); i++) {
      boolean ends = i + 1 == line.length() || !isNumeric(line.charAt(i + 1));
      if (Character.isDigit(line.charAt(i)) && ends) {
        char other = line.charAt(i) == '9' ? '8' : (char) (line.charAt(i) + 1);
        all.add(line.substring(0, i) + other + line.substring(i + 1));
      }
    }
    return all;
  }

  private static boolean isNumeric(char c) {
    return Character.isDigit(c) || c == '.';
  }
}
