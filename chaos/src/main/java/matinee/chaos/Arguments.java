package matinee.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A command line: words, and options with a value each (`--seed 7` or `--seed=7`).
record Arguments(List<String> words, Map<String, String> options) {

  Arguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /// Throws `IllegalArgumentException` for an option that is not among `known`, or has no value.
  static Arguments parse(String[] arguments, Set<String> known) {
    var words = new ArrayList<String>();
    var options = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        words.add(arguments[i]);
        continue;
      }
      var parts = arguments[i].substring(2).split("=", 2);
      if (!known.contains(parts[0]) || (parts.length == 1 && ++i == arguments.length)) {
        throw new IllegalArgumentException(
            "cannot use " + String.join("=", parts) + ": give one of " + known + " and a value");
      }
      options.put(parts[0], parts.length == 2 ? parts[1] : arguments[i]);
    }
    return new Arguments(words, options);
  }

  /// The whole number that the option has, or `usual`. Throws `NumberFormatException` when it has
  /// something else.
  long number(String option, long usual) {
    return Long.parseLong(options.getOrDefault(option, Long.toString(usual)));
  }

  /// Whether the option says `yes`, or `usual`.
  boolean yes(String option, boolean usual) {
    return text(option, usual ? "yes" : "no").equals("yes");
  }

  String text(String option, String usual) {
    return options.getOrDefault(option, usual);
  }

  /// What the JVM of each node is told, as the script says in a system property.
  static List<String> flags() {
    return List.of(System.getProperty("matinee.flags", "-Xms48m").split(" "));
  }
}
