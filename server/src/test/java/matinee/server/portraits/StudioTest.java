package matinee.server.portraits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of files of which portraits are to be made.
final class StudioTest {
  private static final byte[] RED_PNG = Pictures.png(100, 100, Color.RED);
  private static final byte[] RED_JPEG = Pictures.jpeg(100, Color.RED);
  private static final byte[] SECRET = "where I live".getBytes(US_ASCII);
  private static final byte[] ARCHIVE = "PK\u0003\u0004 a whole archive".getBytes(US_ASCII);

  /// How far colours may be off: JPEG is not exact.
  private static final int NEARLY = 12;

  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  private Taken<Squares> taken(byte[] file) {
    return studio.take(new ByteArrayInputStream(file));
  }

  private Squares squares(byte[] file) {
    return made(taken(file));
  }

  static <T> T made(Taken<T> taken) {
    return switch (taken) {
      case Taken.Done<T>(var made) -> made;
      case Taken.TooLarge<T> _,
          Taken.TooManyPixels<T> _,
          Taken.Unreadable<T> _,
          Taken.Busy<T> _,
          Taken.BrokenOff<T> _ ->
          throw new AssertionError("no picture was made");
    };
  }

  private BufferedImage portrait(byte[] file) {
    return Pictures.read(squares(file).of(Size.LARGE));
  }

  static void assertNearly(BufferedImage image, int x, int y, Color expected) {
    var found = new Color(image.getRGB(x, y));
    int off =
        Math.max(
            Math.abs(found.getRed() - expected.getRed()),
            Math.max(
                Math.abs(found.getGreen() - expected.getGreen()),
                Math.abs(found.getBlue() - expected.getBlue())));
    assertThat(off).as("%s at %d, %d is nearly %s", found, x, y, expected).isLessThan(NEARLY);
  }

  @Test
  void the_square_in_the_middle_is_kept_in_two_sizes() {
    var wide = Pictures.plain(900, 300, Color.BLACK);
    Pictures.fill(wide, 300, 0, 300, 300, Color.GREEN);

    var squares = squares(Pictures.png(wide));

    for (var size : Size.values()) {
      var square = Pictures.read(squares.of(size));
      assertThat(List.of(square.getWidth(), square.getHeight())).containsOnly(size.px());
      assertNearly(square, 2, 2, Color.GREEN);
      assertNearly(square, size.px() - 3, size.px() - 3, Color.GREEN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, RED GREEN BLUE YELLOW",
    "2, GREEN RED YELLOW BLUE",
    "3, YELLOW BLUE GREEN RED",
    "4, BLUE YELLOW RED GREEN",
    "5, RED BLUE GREEN YELLOW",
    "6, BLUE RED YELLOW GREEN",
    "7, YELLOW GREEN BLUE RED",
    "8, GREEN YELLOW RED BLUE",
    "9, RED GREEN BLUE YELLOW"
  })
  void it_is_turned_as_the_camera_was_held(int orientation, String quarters) {
    var expected = Arrays.stream(quarters.split(" ")).map(StudioTest::colour).toList();

    var square = portrait(Pictures.held(Pictures.jpeg(Pictures.quarters(512)), orientation));

    for (int i = 0; i < 4; i++) {
      assertNearly(square, i % 2 == 0 ? 40 : 216, i < 2 ? 40 : 216, expected.get(i));
    }
  }

  private static Color colour(String name) {
    return switch (name) {
      case "RED" -> Color.RED;
      case "GREEN" -> Color.GREEN;
      case "BLUE" -> Color.BLUE;
      default -> Color.YELLOW;
    };
  }

  @Test
  void what_is_transparent_is_white() {
    assertNearly(portrait(Pictures.png(300, 300, new Color(0, true))), 128, 128, Color.WHITE);
  }

  @ParameterizedTest
  @CsvSource({"png", "jpeg"})
  void grey_stays_as_dark_as_it_is(String format) {
    var grey = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 300 * 300; i++) {
      grey.getRaster().setSample(i % 300, i / 300, 0, 100);
    }

    var square = portrait(Pictures.written(grey, format));

    assertNearly(square, 128, 128, new Color(100, 100, 100));
  }

  @Test
  void a_picture_smaller_than_a_portrait_fills_it() {
    assertNearly(portrait(Pictures.png(3, 1, Color.BLUE)), 250, 250, Color.BLUE);
  }

  @Test
  void forty_megapixels_are_few_enough() {
    var large = new BufferedImage(8_000, 5_000, BufferedImage.TYPE_BYTE_BINARY);

    assertNearly(portrait(Pictures.png(large)), 128, 128, Color.BLACK);
  }

  @Test
  @Tag("A-16")
  void of_a_file_nothing_is_kept_but_how_it_looks() {
    var files =
        List.of(
            Pictures.withChunk(RED_PNG, "tEXt", SECRET),
            Pictures.withChunk(RED_PNG, "eXIf", SECRET),
            Pictures.withSegment(RED_JPEG, 0xfe, SECRET),
            Pictures.withSegment(RED_JPEG, 0xe1, Pictures.joined(exif(), SECRET)),
            Pictures.withSegment(RED_JPEG, 0xe2, SECRET),
            Pictures.joined(RED_JPEG, SECRET));
    for (var file : files) {
      var squares = squares(file);

      for (var size : Size.values()) {
        var kept = new String(squares.of(size), ISO_8859_1);
        assertThat(kept).doesNotContain("where I live", "Exif");
      }
      assertNearly(Pictures.read(squares.of(Size.SMALL)), 32, 32, Color.RED);
    }
  }

  private static byte[] exif() {
    return "Exif\0\0".getBytes(US_ASCII);
  }

  @Test
  @Tag("A-16")
  void what_is_no_picture_or_something_else_as_well_is_refused() {
    var scan = Arrays.copyOfRange(RED_JPEG, scanOf(RED_JPEG), RED_JPEG.length - 2);
    var manyScans = new ArrayList<byte[]>();
    manyScans.add(Arrays.copyOf(RED_JPEG, RED_JPEG.length - 2));
    for (int i = 0; i < 24; i++) {
      manyScans.add(scan);
    }
    manyScans.add(new byte[] {(byte) 0xff, (byte) 0xd9});
    var files =
        List.of(
            new byte[0],
            SECRET,
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(US_ASCII),
            "<html><script>alert(1)</script>".getBytes(US_ASCII),
            Pictures.written(Pictures.quarters(20), "gif"),
            Pictures.written(Pictures.quarters(20), "bmp"),
            Pictures.joined(ARCHIVE, RED_PNG),
            Pictures.joined(ARCHIVE, RED_JPEG),
            Pictures.joined(RED_PNG, ARCHIVE),
            Pictures.withChunk(RED_PNG, "CODE", SECRET),
            Pictures.withChunk(RED_PNG, "IHDR", new byte[13]),
            Arrays.copyOf(RED_PNG, RED_PNG.length - 1),
            Arrays.copyOf(RED_JPEG, RED_JPEG.length - 1),
            Arrays.copyOf(RED_PNG, 8),
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9},
            Pictures.withSegment(RED_JPEG, 0xc9, new byte[] {8, 0, 1, 0, 1, 3}),
            Pictures.sized(RED_PNG, 0, 100),
            Pictures.sized(RED_PNG, -1, 1),
            Pictures.sized(RED_PNG, 6_000, 6_000),
            Pictures.joined(manyScans.toArray(byte[][]::new)));

    for (var file : files) {
      assertThat(taken(file))
          .as(new String(file, 0, Math.min(40, file.length), ISO_8859_1))
          .isEqualTo(new Taken.Unreadable<>());
    }
  }

  private static int scanOf(byte[] jpeg) {
    int at = 2;
    while (jpeg[at + 1] != (byte) 0xda) {
      at += 2 + (Byte.toUnsignedInt(jpeg[at + 2]) << 8) + Byte.toUnsignedInt(jpeg[at + 3]);
    }
    return at;
  }

  @Test
  @Tag("A-16")
  void what_would_fill_the_memory_is_refused_by_its_head() {
    var files =
        List.of(
            Pictures.sized(RED_PNG, 8_000, 5_001),
            Pictures.sized(RED_PNG, 16_385, 1),
            Pictures.sized(RED_PNG, 1, Integer.MAX_VALUE),
            sizedJpeg(65_500));

    for (var file : files) {
      assertThat(taken(file)).isEqualTo(new Taken.TooManyPixels<>());
    }
    assertThat(studio.take(InputStream.nullInputStream())).isEqualTo(new Taken.Unreadable<>());
    assertThat(taken(new byte[Studio.MAX_BYTES + 1])).isEqualTo(new Taken.TooLarge<>());
  }

  private static byte[] sizedJpeg(int side) {
    var sized = RED_JPEG.clone();
    int at = 2;
    while (sized[at + 1] != (byte) 0xc0) {
      at += 2 + (Byte.toUnsignedInt(sized[at + 2]) << 8) + Byte.toUnsignedInt(sized[at + 3]);
    }
    for (int place : List.of(at + 5, at + 7)) {
      sized[place] = (byte) (side >> 8);
      sized[place + 1] = (byte) side;
    }
    return sized;
  }

  @Test
  @Tag("A-16")
  void text_that_would_be_endless_is_not_looked_at() {
    var indexed = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_INDEXED);
    var bomb = Pictures.joined("a\0\0".getBytes(US_ASCII), new byte[1_000_000]);

    var square = portrait(Pictures.withChunk(Pictures.png(indexed), "zTXt", bomb));

    assertNearly(square, 128, 128, Color.BLACK);
  }

  @Test
  void whatever_chance_makes_of_a_picture_is_a_portrait_or_is_refused() {
    var chance = new Random(45);
    for (int i = 0; i < 400; i++) {
      var file = (i % 2 == 0 ? RED_PNG : RED_JPEG).clone();
      for (int j = 0; j <= i % 8; j++) {
        file[chance.nextInt(file.length)] = (byte) chance.nextInt();
      }

      assertThat(taken(file))
          .isInstanceOfAny(Taken.Done.class, Taken.Unreadable.class, Taken.TooManyPixels.class);
    }
  }

  /// A file of which the first byte comes when a test says so.
  private static final class Held extends InputStream {
    private final CountDownLatch begun;
    private final CountDownLatch end;

    Held(CountDownLatch begun, CountDownLatch end) {
      this.begun = begun;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      throw new IOException("its sender has gone away");
    }
  }

  @Test
  void who_comes_when_as_many_send_as_may_is_turned_away_and_who_goes_away_makes_room()
      throws Exception {
    var begun = new CountDownLatch(Studio.AT_ONCE);
    var end = new CountDownLatch(1);
    var sending = new ArrayList<Future<Taken<Squares>>>();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Taken<Squares>> one = () -> studio.take(new Held(begun, end));
      for (int i = 0; i < Studio.AT_ONCE; i++) {
        sending.add(senders.submit(one));
      }
      begun.await();

      assertThat(taken(RED_PNG)).isEqualTo(new Taken.Busy<>());

      end.countDown();
      for (var sent : sending) {
        assertThat(sent.get()).isEqualTo(new Taken.BrokenOff<>());
      }
    }
    assertThat(taken(RED_PNG)).isInstanceOf(Taken.Done.class);
  }

  @Test
  void who_comes_when_it_is_closed_is_turned_away() {
    studio.close();

    assertThat(taken(RED_PNG)).isEqualTo(new Taken.Busy<>());
  }
}
