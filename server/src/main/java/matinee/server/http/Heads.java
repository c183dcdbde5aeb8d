package matinee.server.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Judges the head of a request by its letter. What two readers might take for different requests
/// is refused, for one of them may be a proxy in front of this server (RFC 9112, sections 2.2, 3.2,
/// 5.1, 5.2 and 6.3).
final class Heads {
  private static final Pattern REQUEST_LINE =
      Pattern.compile(
          "[A-Z]+ (/[\\x21-\\x7e&&[^?#\\\\]]*)(\\?[\\x21-\\x7e&&[^#]]*)? HTTP/1\\.[01]");
  private static final Pattern FIELD =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\t\\x20-\\x7e\\x80-\\xff]*");
  private static final Pattern BAD_ESCAPE =
      Pattern.compile("%(?![0-9a-f]{2})|%(?:0|1)[0-9a-f]|%7f|%2f|%5c");
  private static final Pattern DOTS = Pattern.compile("(?:.*/)?\\.\\.?(?:/.*)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private Heads() {}

  /// Is `head` in order? It stands as it came, a character a byte, to its last line's end, without
  /// the empty line.
  static boolean isSound(String head) {
    var lines = head.split("\r\n", -1);
    var line = REQUEST_LINE.matcher(lines[0]);
    if (!line.matches() || !isPlain(line.group(1).toLowerCase(Locale.ROOT))) {
      return false;
    }
    var fields = Arrays.copyOfRange(lines, 1, lines.length);
    if (!Arrays.stream(fields).allMatch(field -> FIELD.matcher(field).matches())) {
      return false;
    }
    boolean old = lines[0].endsWith("0");
    return hasHost(fields, old) && hasOneLength(fields, old);
  }

  /// Does `path` lead where it says, without a way up or a disguised separator?
  private static boolean isPlain(String path) {
    return !BAD_ESCAPE.matcher(path).find() && !DOTS.matcher(path.replace("%2e", ".")).matches();
  }

  private static boolean hasHost(String[] fields, boolean old) {
    int hosts = values(fields, "host").length;
    return hosts == 1 || (hosts == 0 && old);
  }

  private static boolean hasOneLength(String[] fields, boolean old) {
    var lengths = values(fields, "content-length");
    var codings = values(fields, "transfer-encoding");
    if (codings.length > 0) {
      return !old
          && lengths.length == 0
          && codings.length == 1
          && codings[0].equalsIgnoreCase("chunked");
    }
    return lengths.length == 0 || (lengths.length == 1 && LENGTH.matcher(lengths[0]).matches());
  }

  private static String[] values(String[] fields, String name) {
    return Arrays.stream(fields)
        .filter(field -> field.substring(0, field.indexOf(':')).equalsIgnoreCase(name))
        .map(field -> field.substring(name.length() + 1).strip())
        .toArray(String[]::new);
  }
}
