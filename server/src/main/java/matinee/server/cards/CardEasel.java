package matinee.server.cards;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where cards are painted: one at a time, and the last 32 are kept. Fonts are fetched for the
/// first. Where the machine cannot draw text, nothing is painted. Safe for use by any thread.
public final class CardEasel {
  private static final Logger LOG = LoggerFactory.getLogger(CardEasel.class);
  private static final int KEPT = 32;

  private final Map<Card, byte[]> painted = new LinkedHashMap<>();
  private Optional<CardPainter> painter = Optional.empty();
  private boolean isSetUp;

  /// A PNG of `card`, if any can be painted here.
  public synchronized Optional<byte[]> png(Card card) {
    setUp();
    return painter.map(
        it -> {
          var png = painted.computeIfAbsent(card, it::png);
          if (painted.size() > KEPT) {
            painted.remove(painted.keySet().iterator().next());
          }
          return png;
        });
  }

  private void setUp() {
    if (isSetUp) {
      return;
    }
    isSetUp = true;
    try {
      painter = Optional.of(new CardPainter());
    } catch (IOException e) {
      LOG.warn("links are shown without pictures: {}", e.getMessage(), e);
    }
  }
}
