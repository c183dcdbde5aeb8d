package matinee.server.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The words of a text, in the form in which they are compared (CH9): letters, digits and what is
/// put on them, in small letters, with ß as ss and ё as е. An emoji, and a character of a script
/// that writes no blanks between words, is a word by itself. web/src/chat/search/words.ts does the
/// same.
public final class Words {
  /// Of a longer word so many characters count (UTF-16 units).
  public static final int MAX_LENGTH = 64;

  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Words() {}

  /// Each word of `text` once, in the order in which they come.
  public static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    var word = new StringBuilder();
    folded(text)
        .codePoints()
        .forEach(
            c -> {
              if (isAlone(c)) {
                end(word, words);
                words.add(Character.toString(c));
              } else if (Character.isLetterOrDigit(c) || (isMark(c) && !word.isEmpty())) {
                word.appendCodePoint(c);
              } else {
                end(word, words);
              }
            });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, Collection<String> words) {
    if (!word.isEmpty()) {
      words.add(cut(word));
      word.setLength(0);
    }
  }

  private static String cut(StringBuilder word) {
    if (word.length() <= MAX_LENGTH) {
      return word.toString();
    }
    boolean wouldHalve = Character.isHighSurrogate(word.charAt(MAX_LENGTH - 1));
    return word.substring(0, wouldHalve ? MAX_LENGTH - 1 : MAX_LENGTH);
  }

  /// By way of capitals, which makes ß two letters.
  private static String folded(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var small = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(small, Normalizer.Form.NFKC).replace('ё', 'е').replace('ς', 'σ');
  }

  private static boolean isAlone(int c) {
    return Character.isExtendedPictographic(c)
        || (Character.isLetter(c) && WITHOUT_BLANKS.contains(UnicodeScript.of(c)));
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
