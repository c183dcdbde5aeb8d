package matinee.room;

/// Checks of text that people write: names, titles, messages.
final class Text {

  private Text() {}

  /// Returns `value` without surrounding white space; throws `IllegalArgumentException`, naming
  /// `what`, when nothing is left, when it has more than `max` UTF-16 units, or when it holds a
  /// control character or half a surrogate pair.
  static String line(String what, String value, int max) {
    var text = lines(what, value, max);
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(what + " must be a single line");
    }
    return text;
  }

  /// As [#line], but line feeds may stand in it.
  static String lines(String what, String value, int max) {
    var text = value.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
    if (text.length() > max) {
      throw new IllegalArgumentException(what + " must have at most " + max + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new IllegalArgumentException(what + " holds half a surrogate pair");
      } else if (Character.isISOControl(c) && c != '\n') {
        throw new IllegalArgumentException(what + " holds a control character");
      }
    }
    return text;
  }
}
