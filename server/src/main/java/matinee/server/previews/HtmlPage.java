package matinee.server.previews;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import matinee.server.library.Titles;
import org.jsoup.Jsoup;

/// A document of HTML, of which nothing is wanted but what it calls itself.
final class HtmlPage {
  private static final Pattern TYPE =
      Pattern.compile("(?i)(text/html|application/xhtml\\+xml)\\b.*");
  private static final Pattern BEGINNING = Pattern.compile("(?i)\\s*<(!doctype\\s+html|html)\\b");
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
  private static final int HEAD_BYTES = 512;

  private HtmlPage() {}

  /// Is it one, as its server says (`type`, with parameters) or, where that says nothing, as it
  /// begins?
  static boolean is(byte[] bytes, String type) {
    if (!type.isBlank()) {
      return TYPE.matcher(type.strip()).matches();
    }
    int size = Math.min(bytes.length, HEAD_BYTES);
    return BEGINNING.matcher(new String(bytes, 0, size, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  /// What it calls itself to other programs (`og:title`), else to people: one line. Read in the
  /// charset that its server names, else the one that it names itself, else UTF-8.
  static Optional<String> title(byte[] bytes, String type) {
    try {
      var page = Jsoup.parse(new ByteArrayInputStream(bytes), charset(type).orElse(null), "");
      return Optional.of(Titles.line(page.select("meta[property=og:title]").attr("content")))
          .filter(title -> !title.isEmpty())
          .or(() -> Optional.of(Titles.line(page.title())))
          .filter(title -> !title.isEmpty());
    } catch (IOException broken) {
      throw new IllegalStateException("bytes at hand could not be read", broken);
    }
  }

  private static Optional<String> charset(String type) {
    var named = CHARSET.matcher(type);
    return named.find()
        ? Optional.of(named.group(1).toLowerCase(Locale.ROOT)).filter(HtmlPage::isKnown)
        : Optional.empty();
  }

  private static boolean isKnown(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException _) {
      return false;
    }
  }
}
