package matinee.server.titles;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a file tells of the film in it: its name, its year, and which part of which
/// series it is. What says how it was coded, and by whom, is dropped. Where nothing can be told,
/// the name is all of it.
record Guess(String name, OptionalInt year, Optional<Part> part) {

  /// Which part of a series; a season that is not told is 1.
  record Part(String series, int season, int number) {}

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String BETWEEN = "[\\s._\\-–—]*";

  /// As files and people write it: `Show S01E02`, `Show 1x02`, `Show - Episode 2`, `Show - 02`.
  private static final List<Pattern> PARTS =
      List.of(
          Pattern.compile("\\bs(\\d{1,3})" + BETWEEN + "e(\\d{1,4})\\b", FLAGS),
          Pattern.compile("\\b(\\d{1,2})x(\\d{1,4})\\b", FLAGS),
          Pattern.compile(
              "\\b(?:season|staffel|сезон)\\s*(\\d{1,3})\\b.{0,4}?\\b(?:episode|ep|folge|серия)\\.?"
                  + BETWEEN
                  + "(\\d{1,4})\\b",
              FLAGS),
          Pattern.compile("()\\b(?:episode|ep|folge|серия)\\.?" + BETWEEN + "(\\d{1,4})\\b", FLAGS),
          Pattern.compile("()\\s[-–—]\\s(\\d{1,3})(?=\\s*(?:$|[\\[(]|[-–—]\\s|\\d{3,4}p))", FLAGS));

  /// From here on nothing is about the film any more.
  private static final Pattern JUNK =
      Pattern.compile(
          "\\b(?:\\d{3,4}[pi]|[48]k|uhd|hdr(?:10)?\\+?|web[ .-]?(?:dl|rip)|blu[ -]?ray|b[dr][ -]?rip"
              + "|dvd(?:[ -]?rip|r)?|hd[ -]?(?:tv|rip)|[hx][ .]?26[45]|hevc|xvid|divx|av1|aac|e?ac3"
              + "|dts|ddp?5|truehd|flac|10bit|remux|repack)\\b",
          FLAGS);

  private static final Pattern GROUP = Pattern.compile("^\\s*\\[[^\\]]*\\]\\s*");
  private static final Pattern YEAR_IN_BRACKETS =
      Pattern.compile("[\\[(]((?:18[7-9]|19\\d|20\\d)\\d)[\\])]");
  private static final Pattern YEAR_AT_END =
      Pattern.compile("(?<=\\S)[\\s,]+((?:19\\d|20[0-3])\\d)\\s*$");
  private static final Pattern OPEN_END = Pattern.compile("[\\[(\\s._,;:\\-–—]+$");
  private static final Pattern BRACKETS = Pattern.compile("[\\[({][^\\])}]*[\\])}]?");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s._,;:\\-–—]+|[\\s._,;:\\-–—]+$", FLAGS);

  /// What `title` tells, which is the name of a file without its ending.
  static Guess of(String title) {
    var text = withoutGroup(spaced(title));
    for (var pattern : PARTS) {
      var found = pattern.matcher(text);
      if (found.find()) {
        var part = part(text, found);
        if (part.isPresent()) {
          return part.get();
        }
      }
    }
    var head = beforeJunk(text);
    var year = year(head);
    var name = clean(year.map(it -> head.substring(0, it.from)).orElse(head));
    return name.isEmpty()
        ? new Guess(title, OptionalInt.empty(), Optional.empty())
        : new Guess(name, number(year), Optional.empty());
  }

  /// A part of a series, unless nothing says of which.
  private static Optional<Guess> part(String text, Matcher found) {
    var before = beforeJunk(text.substring(0, found.start()));
    var year = year(before);
    var series = clean(year.map(it -> before.substring(0, it.from)).orElse(before));
    if (series.isEmpty()) {
      return Optional.empty();
    }
    int season = found.group(1).isEmpty() ? 1 : Integer.parseInt(found.group(1));
    var name = clean(beforeJunk(text.substring(found.end())));
    return Optional.of(
        new Guess(
            name,
            number(year),
            Optional.of(new Part(series, season, Integer.parseInt(found.group(2))))));
  }

  /// With blanks where dots and underlines stand for them.
  private static String spaced(String title) {
    var text = title.replace('_', ' ');
    return text.indexOf(' ') < 0 ? text.replace('.', ' ') : text;
  }

  /// Without who made the file, if that stands first.
  private static String withoutGroup(String text) {
    var rest = GROUP.matcher(text).replaceFirst("");
    return rest.isBlank() ? text : rest;
  }

  private static String beforeJunk(String text) {
    var junk = JUNK.matcher(text);
    return junk.find() && junk.start() > 0 ? text.substring(0, junk.start()) : text;
  }

  /// A year, and from where on it stands.
  private record Year(int number, int from) {}

  private static Optional<Year> year(String text) {
    return last(YEAR_IN_BRACKETS, text).or(() -> last(YEAR_AT_END, openEnd(text)));
  }

  /// Without a bracket that junk has left open.
  private static String openEnd(String text) {
    return OPEN_END.matcher(text).replaceFirst("");
  }

  private static Optional<Year> last(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .reduce((_, later) -> later)
        .filter(it -> it.start() > 0)
        .map(it -> new Year(Integer.parseInt(it.group(1)), it.start()));
  }

  private static OptionalInt number(Optional<Year> year) {
    return year.map(it -> OptionalInt.of(it.number)).orElseGet(OptionalInt::empty);
  }

  private static String clean(String text) {
    var words = BRACKETS.matcher(text).replaceAll(" ").replaceAll("\\s+", " ");
    return EDGES.matcher(words).replaceAll("");
  }
}
