package matinee.server.cards;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws cards as PNG of 1200 x 630 px, the size that the Open Graph protocol's readers ask for, in
/// the colours of the page. Keeps a processor busy for some tens of milliseconds. Safe for use by
/// any thread.
public final class CardPainter {
  /// How wide a picture is, in px.
  public static final int WIDTH = 1_200;

  /// How high a picture is, in px.
  public static final int HEIGHT = 630;

  private static final int MARGIN = 88;
  private static final int MOST_LINES = 3;

  /// Long titles are set smaller; what does not fit even then ends in an ellipsis.
  private static final float[] TITLE_PX = {88, 72, 60};

  private static final float LINE_PX = 34;
  private static final Color INK = new Color(0x0e0d10);
  private static final Color TEXT = new Color(0xf2eee8);
  private static final Color QUIET = new Color(0xc4bec8);
  private static final Color AMBER = new Color(0xf4b350);

  private final CardFonts fonts;

  /// Throws `IOException`, with what to do, where the machine cannot draw text.
  CardPainter() throws IOException {
    fonts = CardFonts.load();
  }

  /// A picture of `card`.
  byte[] png(Card card) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      paint(graphics, card);
    } finally {
      graphics.dispose();
    }
    return encoded(image);
  }

  private void paint(Graphics2D graphics, Card card) {
    graphics.setColor(INK);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    light(graphics);
    brand(graphics);
    float bottom = HEIGHT - MARGIN;
    float above = drawUp(graphics, lines(graphics, card), QUIET, bottom);
    drawUp(graphics, titleLines(graphics, card.title()), TEXT, above - 18);
  }

  /// As of a projector, from above on the right.
  private static void light(Graphics2D graphics) {
    graphics.setPaint(
        new RadialGradientPaint(
            new Point2D.Float(WIDTH * 0.86f, -60),
            780,
            new float[] {0, 0.45f, 1},
            new Color[] {
              new Color(0xf4, 0xb3, 0x50, 0x5c),
              new Color(0xf4, 0xb3, 0x50, 0x18),
              new Color(0, true)
            }));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private void brand(Graphics2D graphics) {
    graphics.setColor(AMBER);
    graphics.fill(new Ellipse2D.Float(MARGIN, MARGIN, 22, 22));
    fonts
        .title("Matinee", 40)
        .map(it -> new TextLayout(it, graphics.getFontRenderContext()))
        .ifPresent(
            layout -> {
              graphics.setColor(TEXT);
              layout.draw(graphics, MARGIN + 38, MARGIN + 25);
            });
  }

  private List<TextLayout> lines(Graphics2D graphics, Card card) {
    return fonts.line(card.line(), LINE_PX).map(it -> broken(graphics, it)).orElse(List.of());
  }

  private List<TextLayout> titleLines(Graphics2D graphics, String title) {
    for (float px : TITLE_PX) {
      var set = fonts.title(title, px).map(it -> broken(graphics, it)).orElse(List.of());
      if (set.size() <= MOST_LINES) {
        return set;
      }
    }
    return shortened(graphics, title);
  }

  /// As much of the title, in its smallest size, as fits with an ellipsis.
  private List<TextLayout> shortened(Graphics2D graphics, String title) {
    float px = TITLE_PX[TITLE_PX.length - 1];
    int enough = 1;
    int tooMuch = title.length();
    while (tooMuch - enough > 1) {
      int middle = (enough + tooMuch) / 2;
      if (broken(graphics, title, middle, px).size() <= MOST_LINES) {
        enough = middle;
      } else {
        tooMuch = middle;
      }
    }
    return broken(graphics, title, enough, px);
  }

  private List<TextLayout> broken(Graphics2D graphics, String title, int length, float px) {
    int end = Character.isLowSurrogate(title.charAt(length)) ? length - 1 : length;
    return fonts
        .title(title.substring(0, end).stripTrailing() + "\u2026", px)
        .map(it -> broken(graphics, it))
        .orElse(List.of());
  }

  private static List<TextLayout> broken(Graphics2D graphics, AttributedCharacterIterator text) {
    var measurer = new LineBreakMeasurer(text, graphics.getFontRenderContext());
    var lines = new ArrayList<TextLayout>();
    while (measurer.getPosition() < text.getEndIndex()) {
      lines.add(measurer.nextLayout(WIDTH - 2 * MARGIN));
    }
    return lines;
  }

  /// Draws `lines` so that the last stands on `bottom`; how high it came.
  private static float drawUp(
      Graphics2D graphics, List<TextLayout> lines, Color color, float bottom) {
    graphics.setColor(color);
    float y = bottom;
    for (var line : lines.reversed()) {
      float x = line.isLeftToRight() ? MARGIN : WIDTH - MARGIN - line.getAdvance();
      line.draw(graphics, x, y - line.getDescent());
      y -= line.getAscent() + line.getDescent();
    }
    return y;
  }

  private static byte[] encoded(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalStateException("every Java writes PNG");
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return bytes.toByteArray();
  }
}
