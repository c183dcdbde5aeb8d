package matinee.server.subtitles;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody offers: a file of subtitles as text, of at most [#MAX_BYTES] in UTF-8, whatever
/// stands in it; how it is called, 1 to 120 characters; and its language (BCP 47), where it is
/// known.
public record Words(String name, Optional<String> language, String text) {
  /// Films have 50 to 150 KB of subtitles, those with many styles some more.
  public static final int MAX_BYTES = 512 * 1024;

  private static final int MAX_NAME = 120;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

  /// Throws `IllegalArgumentException`, with what to do, for anything else.
  public Words {
    if (name.isBlank() || name.length() > MAX_NAME || !name.chars().allMatch(Words::isShown)) {
      throw new IllegalArgumentException(
          "name must have 1 to " + MAX_NAME + " characters, and no control characters.");
    }
    if (language.isPresent() && !LANGUAGE.matcher(language.get()).matches()) {
      throw new IllegalArgumentException("language must be a tag such as en or pt-BR.");
    }
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("text must be subtitles as text; a NUL is none.");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException("text must have at most " + MAX_BYTES + " bytes.");
    }
  }

  private static boolean isShown(int character) {
    return !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT;
  }
}
