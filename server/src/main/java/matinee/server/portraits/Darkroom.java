package matinee.server.portraits;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes [Squares] of a [Picture]: the square in its middle, turned as it is to be looked at, on
/// white where it is transparent. Keeps a processor busy, for seconds at the worst.
final class Darkroom {
  /// From how many pixels a side on only every second one is decoded, and so on: that bounds the
  /// memory for it, and is enough for the largest [Size].
  private static final int ENOUGH = 512;

  private static final float QUALITY = 0.9f;

  private Darkroom() {}

  /// Throws `IOException` if the picture is not as its head says.
  static Squares develop(Picture picture) throws IOException {
    var image = decoded(picture);
    int side = Math.min(image.getWidth(), image.getHeight());
    var square = picture.orientation().turned(onWhite(image, side), side);
    int large = Size.LARGE.px();
    var largePixels = scaled(square, side, large);
    var smallPixels = scaled(largePixels, large, Size.SMALL.px());
    return new Squares(jpeg(largePixels, large), jpeg(smallPixels, Size.SMALL.px()));
  }

  private static BufferedImage decoded(Picture picture) throws IOException {
    var reader = ImageIO.getImageReadersByFormatName(picture.format().name()).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
      reader.setInput(in, true, true);
      return square(reader, picture);
    } catch (RuntimeException e) {
      // Decoders do not foresee every nonsense; whatever they stumble over is not as it must be.
      throw new IOException("decoding a picture", e);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage square(ImageReader reader, Picture picture) throws IOException {
    int side = Math.min(picture.width(), picture.height());
    int each = Math.max(1, side / ENOUGH);
    var wanted = reader.getDefaultReadParam();
    wanted.setSourceRegion(
        new Rectangle((picture.width() - side) / 2, (picture.height() - side) / 2, side, side));
    wanted.setSourceSubsampling(each, each, 0, 0);
    return reader.read(0, wanted);
  }

  private static int[] onWhite(BufferedImage image, int side) {
    var pixels = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        pixels[y * side + x] = onWhite(colour(image, x, y));
      }
    }
    return pixels;
  }

  /// Alpha, red, green and blue. Grey is taken as it stands: the JDK takes its values for linear,
  /// which in files they are not.
  private static int colour(BufferedImage image, int x, int y) {
    var raster = image.getRaster();
    if (raster.getNumBands() > 2 || image.getColorModel() instanceof IndexColorModel) {
      return image.getRGB(x, y);
    }
    int deeper = raster.getSampleModel().getSampleSize(0) - 8;
    int grey = raster.getSample(x, y, 0) >> deeper;
    int alpha = raster.getNumBands() == 2 ? raster.getSample(x, y, 1) >> deeper : 0xff;
    return alpha << 24 | grey << 16 | grey << 8 | grey;
  }

  private static int onWhite(int colour) {
    int alpha = colour >>> 24;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int own = colour >> shift & 0xff;
      mixed |= (own * alpha + 0xff * (0xff - alpha) + 0x7f) / 0xff << shift;
    }
    return mixed;
  }

  /// A square of `side` pixels a side, as one with `to`: each is the mean of what it covers.
  private static int[] scaled(int[] pixels, int side, int to) {
    var scaled = new int[to * to];
    double step = (double) side / to;
    for (int y = 0; y < to; y++) {
      for (int x = 0; x < to; x++) {
        scaled[y * to + x] = mean(pixels, side, x * step, y * step, step);
      }
    }
    return scaled;
  }

  private static int mean(int[] pixels, int side, double left, double top, double step) {
    double red = 0;
    double green = 0;
    double blue = 0;
    for (int y = (int) top; y < Math.min(side, top + step); y++) {
      double height = Math.min(y + 1.0, top + step) - Math.max(y, top);
      for (int x = (int) left; x < Math.min(side, left + step); x++) {
        double covered = height * (Math.min(x + 1.0, left + step) - Math.max(x, left));
        int pixel = pixels[y * side + x];
        red += covered * (pixel >> 16 & 0xff);
        green += covered * (pixel >> 8 & 0xff);
        blue += covered * (pixel & 0xff);
      }
    }
    double area = step * step;
    return level(red / area) << 16 | level(green / area) << 8 | level(blue / area);
  }

  private static int level(double mean) {
    return Math.clamp(Math.round(mean), 0, 0xff);
  }

  private static byte[] jpeg(int[] pixels, int side) throws IOException {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, side, side, pixels, 0, side);
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName(Picture.Format.JPEG.name()).next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var wanted = writer.getDefaultWriteParam();
      wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      wanted.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), wanted);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
