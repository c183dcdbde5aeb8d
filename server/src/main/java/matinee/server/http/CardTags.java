package matinee.server.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import matinee.server.cards.Card;
import matinee.server.cards.CardPainter;

/// A card in the head of a page, as the Open Graph protocol has it (ogp.me).
final class CardTags {
  private static final Pattern GENERAL =
      Pattern.compile(
          "\\s*<meta (property=\"og:(title|description)\"|name=\"twitter:card\")[^>]*>");
  private static final Pattern END_OF_HEAD = Pattern.compile("\\s*</head>");

  private CardTags() {}

  /// `page` with the tags of `card` instead of those of every page; its picture is at `picture`.
  static String in(String page, Card card, String picture) {
    var tags =
        """

            <meta property="og:title" content="%s" />
            <meta property="og:description" content="%s" />
            <meta property="og:image" content="%s" />
            <meta property="og:image:type" content="image/png" />
            <meta property="og:image:width" content="%d" />
            <meta property="og:image:height" content="%d" />
            <meta property="og:image:alt" content="%s" />
            <meta name="twitter:card" content="summary_large_image" />
          </head>\
        """
            .formatted(
                escaped(card.title()),
                escaped(card.line()),
                escaped(picture),
                CardPainter.WIDTH,
                CardPainter.HEIGHT,
                escaped(card.title() + ". " + card.line()));
    return END_OF_HEAD
        .matcher(GENERAL.matcher(page).replaceAll(""))
        .replaceFirst(Matcher.quoteReplacement(tags));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
