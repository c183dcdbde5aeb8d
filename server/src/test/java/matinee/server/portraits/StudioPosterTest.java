package matinee.server.portraits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static matinee.server.portraits.StudioTest.assertNearly;
import static matinee.server.portraits.StudioTest.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of files of which posters are to be made.
final class StudioPosterTest {
  private static final byte[] SECRET = "where I live".getBytes(US_ASCII);

  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  private Taken<byte[]> taken(byte[] file) {
    return studio.poster(new ByteArrayInputStream(file));
  }

  private BufferedImage poster(byte[] file) {
    return Pictures.read(made(taken(file)));
  }

  private static List<Integer> size(BufferedImage image) {
    return List.of(image.getWidth(), image.getHeight());
  }

  @ParameterizedTest
  @CsvSource({
    "400, 600, 400, 600",
    "3, 1, 3, 1",
    "1920, 1080, 960, 540",
    "1000, 1500, 640, 960",
    "16384, 10, 960, 1",
    "1, 16384, 1, 960"
  })
  void it_has_the_sides_of_the_picture_and_is_made_smaller_where_that_is_large(
      int width, int height, int shownWidth, int shownHeight) {
    var poster = poster(Pictures.png(width, height, Color.BLUE));

    assertThat(size(poster)).containsExactly(shownWidth, shownHeight);
  }

  @Test
  void it_shows_what_stands_at_the_edges_too() {
    var wide = Pictures.plain(1_920, 1_080, Color.BLACK);
    Pictures.fill(wide, 0, 0, 480, 1_080, Color.GREEN);
    Pictures.fill(wide, 1_440, 0, 480, 1_080, Color.BLUE);

    var poster = poster(Pictures.png(wide));

    assertNearly(poster, 2, 270, Color.GREEN);
    assertNearly(poster, 480, 270, Color.BLACK);
    assertNearly(poster, 957, 537, Color.BLUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 64, 32, true",
    "2, 64, 32, false",
    "3, 64, 32, false",
    "4, 64, 32, true",
    "5, 32, 64, true",
    "6, 32, 64, true",
    "7, 32, 64, false",
    "8, 32, 64, false"
  })
  void it_is_turned_as_the_camera_was_held(
      int orientation, int width, int height, boolean isGreenFirst) {
    var lying = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    Pictures.fill(lying, 0, 0, 32, 32, Color.GREEN);
    Pictures.fill(lying, 32, 0, 32, 32, Color.BLUE);

    var poster = poster(Pictures.held(Pictures.jpeg(lying), orientation));

    assertThat(size(poster)).containsExactly(width, height);
    assertNearly(poster, 2, 2, isGreenFirst ? Color.GREEN : Color.BLUE);
    assertNearly(poster, width - 3, height - 3, isGreenFirst ? Color.BLUE : Color.GREEN);
  }

  @Test
  void forty_megapixels_are_few_enough() {
    var large = new BufferedImage(8_000, 5_000, BufferedImage.TYPE_BYTE_BINARY);

    assertThat(size(poster(Pictures.png(large)))).containsExactly(960, 600);
  }

  @Test
  @Tag("A-16")
  void of_a_file_nothing_is_kept_but_how_it_looks() {
    var file = Pictures.withSegment(Pictures.jpeg(100, Color.RED), 0xfe, SECRET);

    assertThat(new String(made(taken(file)), ISO_8859_1)).doesNotContain("where I live");
  }

  @Test
  @Tag("A-16")
  void what_is_no_picture_or_too_much_of_one_is_refused() {
    var tooLarge = Pictures.sized(Pictures.png(100, 100, Color.RED), 8_000, 5_001);

    assertThat(taken(SECRET)).isEqualTo(new Taken.Unreadable<>());
    assertThat(taken(tooLarge)).isEqualTo(new Taken.TooManyPixels<>());
    assertThat(taken(new byte[Studio.MAX_BYTES + 1])).isEqualTo(new Taken.TooLarge<>());
  }
}
