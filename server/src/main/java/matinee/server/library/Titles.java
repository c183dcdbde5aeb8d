package matinee.server.library;

import java.text.Normalizer;
import java.util.regex.Pattern;
import matinee.room.Media;

/// Makes the title of a film out of the name that its file had where it came from, or out of what
/// stands at its place. Only text: no file is ever called so.
public final class Titles {
  private static final String NAMELESS = "Untitled film";
  private static final int MAX_NAME = 4_096;

  /// Control, format (such as those that turn the direction of writing), private and unassigned
  /// characters, and halves of surrogate pairs.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\u2028\\u2029]");

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_]+");

  private Titles() {}

  /// 1 to [Media#MAX_TITLE] characters in normal form C, on one line.
  public static String of(String fileName) {
    var name = fileName.substring(0, Math.min(fileName.length(), MAX_NAME));
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var printable = UNPRINTABLE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC));
    var stem = EXTENSION.matcher(printable.replaceAll("")).replaceFirst("");
    var words = BETWEEN_WORDS.matcher(stem).replaceAll(" ");
    if (words.indexOf(' ') < 0) {
      words = words.replace('.', ' ');
    }
    var title = cut(words.strip()).strip();
    return title.isEmpty() ? NAMELESS : title;
  }

  /// `text` as one line of at most [Media#MAX_TITLE] characters in normal form C; empty if there is
  /// nothing to print.
  public static String line(String text) {
    var spaced = BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
    return cut(UNPRINTABLE.matcher(spaced).replaceAll("").strip()).strip();
  }

  private static String cut(String text) {
    if (text.length() <= Media.MAX_TITLE) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(Media.MAX_TITLE - 1));
    return text.substring(0, splits ? Media.MAX_TITLE - 1 : Media.MAX_TITLE);
  }
}
