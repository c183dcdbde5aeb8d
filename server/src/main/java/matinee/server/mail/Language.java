package matinee.server.mail;

import java.util.Arrays;
import java.util.Locale;

/// A language in which letters are written.
public enum Language {
  EN,
  DE,
  RU;

  /// Its name as in BCP 47: `en`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that `tag`, say `de-AT`, asks for; English, where there is none.
  public static Language of(String tag) {
    var language = Locale.forLanguageTag(tag).getLanguage();
    return Arrays.stream(values()).filter(it -> it.tag().equals(language)).findFirst().orElse(EN);
  }
}
