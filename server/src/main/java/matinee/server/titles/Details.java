package matinee.server.titles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What the owner of a film or series says of it. The name is one line of at most [#MAX_NAME]
/// characters, empty only for an episode that has none of its own; the year is 1870 to 2200; the
/// description has at most [#MAX_DESCRIPTION] characters; there are at most [#MOST_TAGS] tags, each
/// one line of 1 to [#MAX_TAG] characters, no two of which are the same but for capitals.
///
/// Whatever else is given is refused with an `IllegalArgumentException` whose words say what to do.
public record Details(String name, OptionalInt year, String description, List<String> tags) {
  public static final int MAX_NAME = 200;
  public static final int MAX_DESCRIPTION = 4_000;
  public static final int MOST_TAGS = 20;
  public static final int MAX_TAG = 40;

  /// From when the first film is that somebody still has.
  public static final int FIRST_YEAR = 1870;

  public static final int LAST_YEAR = 2200;

  /// Control and format characters, such as those that turn the direction of writing, and halves of
  /// surrogate pairs.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}&&[^\\n\\u200c\\u200d]]");

  public Details {
    name = line("name", name, MAX_NAME);
    if (year.isPresent() && (year.getAsInt() < FIRST_YEAR || year.getAsInt() > LAST_YEAR)) {
      throw new IllegalArgumentException(
          "year must be " + FIRST_YEAR + " to " + LAST_YEAR + ", or left out.");
    }
    description = text("description", description, MAX_DESCRIPTION);
    tags = distinct(tags);
  }

  /// Nothing but a name and, if it is known, a year.
  static Details named(String name, OptionalInt year) {
    return new Details(name, year, "", List.of());
  }

  private static List<String> distinct(List<String> tags) {
    var kept = new LinkedHashMap<String, String>();
    for (var tag : tags) {
      var line = line("tags", tag, MAX_TAG);
      if (!line.isEmpty()) {
        kept.putIfAbsent(Folding.key(line), line);
      }
    }
    if (kept.size() > MOST_TAGS) {
      throw new IllegalArgumentException("tags must be at most " + MOST_TAGS + ".");
    }
    return List.copyOf(kept.values());
  }

  static String line(String what, String value, int max) {
    var line = text(what, value, max);
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(what + " must be one line.");
    }
    return line;
  }

  private static String text(String what, String value, int max) {
    var text = value.strip();
    if (text.length() > max) {
      throw new IllegalArgumentException(what + " must have at most " + max + " characters.");
    }
    if (UNPRINTABLE.matcher(text).find()) {
      throw new IllegalArgumentException(what + " must be text that can be shown.");
    }
    return text;
  }
}
