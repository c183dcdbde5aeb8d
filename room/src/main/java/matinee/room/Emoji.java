package matinee.room;

/// Which texts are one emoji, as people see it (CH6): after Unicode TS 51 an emoji, a flag, a key,
/// or several emojis that are joined into one. Which of them a font can draw is the font's affair,
/// so blocks are known here and not single signs: what is new next year is one too.
public final class Emoji {
  /// In UTF-16 units; the longest in use, families and flags of regions, have less.
  public static final int MAX_LENGTH = 40;

  private static final int JOINER = 0x200D;
  private static final int PICTURE = 0xFE0F;
  private static final int KEY = 0x20E3;
  private static final int TAG_END = 0xE007F;

  private final String text;
  private int at;

  private Emoji(String text) {
    this.text = text;
  }

  /// Throws `IllegalArgumentException` unless `text` is one emoji.
  public static void check(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException("emoji must be one emoji");
    }
  }

  /// Is `text` exactly one?
  public static boolean isOne(String text) {
    return !text.isEmpty() && text.length() <= MAX_LENGTH && new Emoji(text).isWhole();
  }

  private boolean isWhole() {
    if (takes(Emoji::isRegional)) {
      return takes(Emoji::isRegional) && isAtEnd();
    }
    if (takes(Emoji::isOnKeys)) {
      takes(c -> c == PICTURE);
      return takes(c -> c == KEY) && isAtEnd();
    }
    do {
      if (!takes(Emoji::isSign)) {
        return false;
      }
      if (!takes(Emoji::isSkin)) {
        takes(c -> c == PICTURE);
      }
      if (takes(Emoji::isTag) && !endsTags()) {
        return false;
      }
    } while (takes(c -> c == JOINER));
    return isAtEnd();
  }

  private boolean endsTags() {
    while (takes(Emoji::isTag)) {} // the letters of a region, one after the other
    return takes(c -> c == TAG_END);
  }

  private interface Kind {
    boolean holds(int codePoint);
  }

  private boolean takes(Kind kind) {
    if (isAtEnd() || !kind.holds(text.codePointAt(at))) {
      return false;
    }
    at += Character.charCount(text.codePointAt(at));
    return true;
  }

  private boolean isAtEnd() {
    return at == text.length();
  }

  private static boolean isRegional(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  private static boolean isOnKeys(int c) {
    return (c >= '0' && c <= '9') || c == '#' || c == '*';
  }

  private static boolean isSkin(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }

  private static boolean isTag(int c) {
    return c >= 0xE0020 && c < TAG_END;
  }

  private static boolean isSign(int c) {
    return (c >= 0x1F000 && c <= 0x1FAFF && !isRegional(c) && !isSkin(c))
        || (c >= 0x2190 && c <= 0x21FF)
        || (c >= 0x2300 && c <= 0x23FF)
        || (c >= 0x25A0 && c <= 0x27BF)
        || (c >= 0x2900 && c <= 0x297F)
        || (c >= 0x2B00 && c <= 0x2BFF)
        || c == 0xA9
        || c == 0xAE
        || c == 0x203C
        || c == 0x2049
        || c == 0x2122
        || c == 0x2139
        || c == 0x3030
        || c == 0x303D
        || c == 0x3297
        || c == 0x3299;
  }
}
