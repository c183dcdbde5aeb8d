package matinee.server.mail;

/// What may stand in a line of a letter's head.
final class Words {

  private Words() {}

  /// Could `text` end a line, or be no text at all? CR and LF among it begin a header of their own
  /// (RFC 5322, section 2.2).
  static boolean breakALine(String text) {
    return text.codePoints()
        .anyMatch(
            it ->
                switch (Character.getType(it)) {
                  case Character.CONTROL,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR,
                      Character.SURROGATE ->
                      true;
                  default -> false;
                });
  }

  /// `text` in one line of at most `most` characters.
  static String inOneLine(String text, int most) {
    var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= most ? line : line.substring(0, most);
  }
}
