package matinee.server.titles;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import matinee.server.text.Words;

/// Texts of titles in the form in which they are compared: words without capitals and without what
/// is put on letters, so that `cafe` finds `Café`. Who has no umlauts writes `ae` for `ä`: a word
/// with one is found by both.
final class Folding {
  /// By more words no title is found.
  static final int MOST_WORDS = 400;

  private static final int SORT_BYTES = 120;
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern UMLAUTS = Pattern.compile("(?<=[aouAOU])\\u0308");

  private Folding() {}

  /// The words of `text`, each once, as somebody looks for them.
  static Set<String> words(String text) {
    return Words.of(MARKS.matcher(decomposed(text)).replaceAll(""));
  }

  /// The words by which `text` is found, at most [#MOST_WORDS].
  static Set<String> findable(String text) {
    var words = new LinkedHashSet<>(words(text));
    var spelt = UMLAUTS.matcher(decomposed(text)).replaceAll("e");
    words.addAll(words(spelt));
    var some = new LinkedHashSet<String>();
    words.stream().limit(MOST_WORDS).forEach(some::add);
    return some;
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /// The words of `text` with blanks around each.
  static String folded(String text) {
    return " " + String.join(" ", words(text)) + " ";
  }

  /// Puts `text` in its place among others.
  static byte[] sortKey(String text) {
    var bytes = folded(text).strip().getBytes(StandardCharsets.UTF_8);
    return bytes.length <= SORT_BYTES ? bytes : Arrays.copyOf(bytes, SORT_BYTES);
  }

  /// By what a tag, or the name of a series, is known again; `text` itself where it has no words.
  static String key(String text) {
    var folded = folded(text).strip();
    return folded.isEmpty() ? text : folded;
  }
}
