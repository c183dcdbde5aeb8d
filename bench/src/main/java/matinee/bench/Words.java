package matinee.bench;

import java.util.ArrayList;
import java.util.List;

/// What stands behind the name of a measurement: options of the form `--name=NUMBER`, which may
/// stand anywhere, and all other words in their order.
///
/// Not for several threads.
final class Words {
  private final List<String> left;

  /// Of `arguments`, the first of which is the folder of the repository and is passed over.
  Words(String[] arguments) {
    left = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
  }

  /// The value of `--name=`, which is then no longer among [#others]; `otherwise` where it was not
  /// given. Throws `NumberFormatException` when it is no whole number.
  int number(String name, int otherwise) {
    var start = "--" + name + "=";
    var given = left.stream().filter(it -> it.startsWith(start)).toList();
    left.removeAll(given);
    return given.isEmpty()
        ? otherwise
        : Integer.parseInt(given.getLast().substring(start.length()));
  }

  /// Those that were not asked for as options.
  List<String> others() {
    return List.copyOf(left);
  }
}
