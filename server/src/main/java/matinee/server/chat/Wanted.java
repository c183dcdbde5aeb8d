package matinee.server.chat;

import java.util.List;
import matinee.server.text.Words;

/// What somebody looks for in a chat (CH9): the beginnings of words, all of which a line must have,
/// 1 to [#MAX_WORDS].
public record Wanted(List<String> words) {
  /// How long what is asked for may be (UTF-16 units).
  public static final int MAX_LENGTH = 200;

  public static final int MAX_WORDS = 10;

  public Wanted {
    words = List.copyOf(words);
  }

  /// What `text` asks for, in which nothing but words means anything. Throws
  /// `IllegalArgumentException`, with what to do, if it is too long, or has no words or too many.
  public static Wanted of(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters.");
    }
    var words = Words.of(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "must have a word: something with a letter, a digit or an emoji.");
    }
    if (words.size() > MAX_WORDS) {
      throw new IllegalArgumentException("must have at most " + MAX_WORDS + " words.");
    }
    return new Wanted(List.copyOf(words));
  }
}
