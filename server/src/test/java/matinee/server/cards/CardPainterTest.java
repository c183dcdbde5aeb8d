package matinee.server.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures of links. They are left in `target/cards`, to be looked at.
final class CardPainterTest {
  private static final String LINE = "Thursday, 24 December 2026, 20:15 (Europe/Berlin) · with Ann";

  /// Where a title of one line and the line below it stand.
  private static final Rectangle LOWER_HALF = new Rectangle(60, 380, 1_080, 200);

  private static BufferedImage picture(String title, String line) throws IOException {
    var png = new CardPainter().png(new Card(title, line));
    var kept = Files.createDirectories(Path.of("target", "cards"));
    Files.write(kept.resolve(Integer.toHexString(title.hashCode()) + ".png"), png);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int[] pixels(BufferedImage picture, Rectangle of) {
    return picture.getRGB(of.x, of.y, of.width, of.height, null, 0, of.width);
  }

  /// How many pixels are nearly as bright as the letters of a title.
  private static long bright(BufferedImage picture, Rectangle of) {
    return Arrays.stream(pixels(picture, of)).filter(it -> (it & 0xff) > 0xd0).count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nosferatu",
        "Броненосец «Потёмкин»",
        "Ο Θίασος",
        "Film night 🍿",
        "The Assassination of Jesse James by the Coward Robert Ford, and what came of it afterwards"
      })
  void a_title_is_seen_on_a_picture_of_the_size_that_messengers_ask_for(String title)
      throws IOException {
    var empty = picture(" ", " ");

    var picture = picture(title, LINE);

    assertThat(picture.getWidth()).isEqualTo(CardPainter.WIDTH);
    assertThat(picture.getHeight()).isEqualTo(CardPainter.HEIGHT);
    assertThat(bright(empty, LOWER_HALF)).isZero();
    assertThat(bright(picture, LOWER_HALF)).isGreaterThan(1_000);
  }

  @Test
  void a_title_without_end_leaves_the_edges_free() throws IOException {
    var picture = picture("Honorificabilitudinitatibus ".repeat(20), LINE);
    var endless = picture("x".repeat(400), LINE);

    for (var edge :
        new Rectangle[] {
          new Rectangle(0, 0, 40, 630),
          new Rectangle(0, 600, 1_200, 30),
          new Rectangle(1_160, 0, 40, 630)
        }) {
      assertThat(bright(picture, edge)).isZero();
      assertThat(bright(endless, edge)).isZero();
    }
  }

  @Test
  void what_no_font_has_is_left_out() throws IOException {
    var without = pixels(picture("Film night", LINE), LOWER_HALF);

    var with = pixels(picture("Film \ue123night", LINE), LOWER_HALF);

    assertThat(with).isEqualTo(without);
  }
}
