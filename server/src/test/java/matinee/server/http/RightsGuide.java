package matinee.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/// docs/guides/rights.md, as a test reads it.
final class RightsGuide {
  private static final Path FILE = Path.of("../docs/guides/rights.md");

  private RightsGuide() {}

  /// The lines of the table under the heading `heading`.
  static List<String> table(String heading) throws IOException {
    return Files.readAllLines(FILE).stream()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .toList();
  }

  /// A line of a table.
  static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /// The line between the head of a table with `columns` columns and the rest.
  static String rule(int columns) {
    return line(Collections.nCopies(columns, "---"));
  }
}
