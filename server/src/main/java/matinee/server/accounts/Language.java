package matinee.server.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language in which people are spoken to.
public enum Language {
  EN,
  DE,
  RU;

  /// As BCP 47 has it.
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with this tag, if there is one.
  public static Optional<Language> tagged(String tag) {
    return Arrays.stream(values()).filter(it -> it.tag().equals(tag)).findAny();
  }
}
