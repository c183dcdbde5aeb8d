package matinee.server.titles;

import java.util.List;

/// Which titles somebody wants to see: those in which a word begins like each of `words`, and that
/// have `tag`, as it is known again, if it is not empty; `order` counts where nothing is looked
/// for.
public record Wanted(List<String> words, String tag, Order order) {
  /// How long what is looked for may be (UTF-16 units).
  public static final int MAX_SEARCH = 200;

  /// Of what is looked for so many words count.
  static final int MOST_WORDS = 8;

  /// In which order titles come.
  public enum Order {
    /// The newest first.
    ADDED,
    /// By name.
    NAME
  }

  public Wanted {
    words = List.copyOf(words);
  }

  /// What `search`, in which nothing but words means anything, and `tag` ask for.
  public static Wanted of(String search, String tag, Order order) {
    var words = Folding.words(search).stream().limit(MOST_WORDS).toList();
    return new Wanted(words, tag.isBlank() ? "" : Folding.key(tag), order);
  }

  /// Is nothing looked for, so that all of the library is shown, each series as one?
  boolean isAll() {
    return words.isEmpty() && tag.isEmpty();
  }
}
