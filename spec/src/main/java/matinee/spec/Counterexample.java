package matinee.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The run that TLC prints when something is not true: its states, the first one first.
record Counterexample(List<State> states) {
  private static final Pattern HEAD = Pattern.compile("State \\d+: <(Initial predicate|\\w+).*");
  private static final Pattern VARIABLE = Pattern.compile("/\\\\ (\\w+) = (.*)");

  Counterexample {
    states = List.copyOf(states);
  }

  /// A state, and the action that led to it.
  record State(String action, Map<String, Printed> variables) {

    Printed get(String variable) {
      return new Printed.Fields(variables).get(variable);
    }

    boolean has(String variable) {
      return variables.containsKey(variable);
    }
  }

  /// What stands in what TLC printed. Throws `IllegalArgumentException` if there is none.
  static Counterexample in(String output) {
    var states = new ArrayList<State>();
    var texts = new LinkedHashMap<String, String>();
    var action = "";
    var variable = "";
    for (var line : (output + "\n").lines().toList()) {
      var head = HEAD.matcher(line);
      var begins = VARIABLE.matcher(line);
      if (head.matches()) {
        action = head.group(1);
      } else if (action.isEmpty()) {
        continue;
      } else if (begins.matches()) {
        variable = begins.group(1);
        texts.put(variable, begins.group(2));
      } else if (line.startsWith(" ") && !variable.isEmpty()) {
        texts.merge(variable, line, (before, more) -> before + "\n" + more);
      } else if (!texts.isEmpty()) {
        states.add(state(action, texts));
        texts.clear();
        action = "";
        variable = "";
      }
    }
    if (states.isEmpty()) {
      throw new IllegalArgumentException("TLC found no counterexample");
    }
    return new Counterexample(states);
  }

  private static State state(String action, Map<String, String> texts) {
    var variables = new LinkedHashMap<String, Printed>();
    texts.forEach((name, text) -> variables.put(name, Printed.read(text)));
    return new State(action, variables);
  }
}
