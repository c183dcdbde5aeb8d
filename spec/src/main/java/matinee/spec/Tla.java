package matinee.spec;

import java.util.List;
import java.util.StringJoiner;

/// Writes values of TLA+.
final class Tla {

  private Tla() {}

  static String text(String value) {
    return '"' + value + '"';
  }

  /// The record with the fields `namesAndValues`, in turn a name and a value.
  static String record(String... namesAndValues) {
    var fields = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(namesAndValues[i] + " |-> " + namesAndValues[i + 1]);
    }
    return fields.toString();
  }

  static String sequence(List<String> values) {
    return "<<" + String.join(",\n  ", values) + ">>";
  }

  static String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }
}
