package matinee.server.cards;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.Optional;

/// The fonts of the page, for what is drawn: Fraunces where it has the letters, else Inter, else
/// what the machine has.
///
/// Java draws no text on a machine without fontconfig and a font, even with fonts of its own.
final class CardFonts {
  private final Font serif;
  private final Font semiBold;
  private final Font regular;
  private final Font machine;

  private CardFonts(Font serif, Font semiBold, Font regular, Font machine) {
    this.serif = serif;
    this.semiBold = semiBold;
    this.regular = regular;
    this.machine = machine;
  }

  /// Throws `IOException`, with what to do, where the machine cannot draw text.
  static CardFonts load() throws IOException {
    try {
      return new CardFonts(
          font("Fraunces-SemiBold.ttf"),
          font("Inter-SemiBold.ttf"),
          font("Inter-Regular.ttf"),
          new Font(Font.SANS_SERIF, Font.PLAIN, 1));
    } catch (FontFormatException | RuntimeException | LinkageError e) {
      throw new IOException("install fontconfig and a font, such as fonts-dejavu-core", e);
    }
  }

  private static Font font(String name) throws IOException, FontFormatException {
    try (var file = CardFonts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program has lost its font " + name);
      }
      return Font.createFont(Font.TRUETYPE_FONT, file);
    }
  }

  /// `text` as a title of this size, in px; nothing if not one of its letters can be drawn.
  Optional<AttributedCharacterIterator> title(String text, float px) {
    return set(text, px, serif, semiBold);
  }

  /// `text` as a line of this size, in px; nothing if not one of its letters can be drawn.
  Optional<AttributedCharacterIterator> line(String text, float px) {
    return set(text, px, regular, regular);
  }

  /// Leaves out what no font has. What is left is all in `first` if that has all of it, else each
  /// letter in `second` or what the machine has.
  private Optional<AttributedCharacterIterator> set(
      String text, float px, Font first, Font second) {
    var drawn = new StringBuilder();
    text.codePoints()
        .filter(it -> second.canDisplay(it) || machine.canDisplay(it))
        .forEach(drawn::appendCodePoint);
    var shown = drawn.toString().strip().replaceAll("\\s+", " ");
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    var wanted = first.canDisplayUpTo(shown) < 0 ? first : second;
    var set = new AttributedString(shown);
    for (int at = 0; at < shown.length(); at += Character.charCount(shown.codePointAt(at))) {
      int codePoint = shown.codePointAt(at);
      var font = wanted.canDisplay(codePoint) ? wanted : machine;
      set.addAttribute(
          TextAttribute.FONT, font.deriveFont(px), at, at + Character.charCount(codePoint));
    }
    return Optional.of(set.getIterator());
  }
}
