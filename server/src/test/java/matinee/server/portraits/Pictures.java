package matinee.server.portraits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Files that people might send as portraits.
public final class Pictures {
  /// What stands between the signature of a PNG and the chunk behind its head.
  private static final int HEAD_END = 33;

  private static final int END_CHUNK = 12;

  private Pictures() {}

  /// One of this size and colour.
  public static byte[] png(int width, int height, Color colour) {
    return png(plain(width, height, colour));
  }

  static BufferedImage plain(int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    fill(image, 0, 0, width, height, colour);
    return image;
  }

  static void fill(BufferedImage image, int x, int y, int width, int height, Color colour) {
    var row = new int[width];
    Arrays.fill(row, colour.getRGB());
    for (int i = 0; i < height; i++) {
      image.setRGB(x, y + i, width, 1, row, 0, 0);
    }
  }

  /// Red, green, blue and yellow, each in a quarter, from the left to the right and downwards.
  static BufferedImage quarters(int side) {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    int half = side / 2;
    fill(image, 0, 0, half, half, Color.RED);
    fill(image, half, 0, half, half, Color.GREEN);
    fill(image, 0, half, half, half, Color.BLUE);
    fill(image, half, half, half, half, Color.YELLOW);
    return image;
  }

  static byte[] png(BufferedImage image) {
    return written(image, "png");
  }

  public static byte[] jpeg(int side, Color colour) {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    fill(image, 0, 0, side, side, colour);
    return jpeg(image);
  }

  static byte[] jpeg(BufferedImage image) {
    return written(image, "jpeg");
  }

  static byte[] written(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no " + format + " can be made of it");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// As it is decoded.
  public static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `png` with one more chunk behind its head.
  static byte[] withChunk(byte[] png, String type, byte[] content) {
    var chunk = ByteBuffer.allocate(END_CHUNK + content.length);
    chunk.putInt(content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
    var sum = new CRC32();
    sum.update(chunk.array(), 4, content.length + 4);
    chunk.putInt((int) sum.getValue());
    return joined(
        Arrays.copyOf(png, HEAD_END), chunk.array(), Arrays.copyOfRange(png, HEAD_END, png.length));
  }

  /// `png`, whose head says that it has another size.
  static byte[] sized(byte[] png, int width, int height) {
    var sized = ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
    var sum = new CRC32();
    sum.update(sized.array(), 12, 17);
    return sized.putInt(29, (int) sum.getValue()).array();
  }

  /// `jpeg` with one more segment behind its start.
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    var segment = ByteBuffer.allocate(content.length + 4);
    segment.put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    return joined(
        Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /// `jpeg` as a camera writes it that was held so (Exif tag 274).
  static byte[] held(byte[] jpeg, int orientation) {
    var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
    exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation);
    return withSegment(jpeg, 0xe1, exif.array());
  }

  static byte[] joined(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
