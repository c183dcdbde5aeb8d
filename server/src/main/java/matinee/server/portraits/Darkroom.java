package matinee.server.portraits;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws a [Picture] anew, turned as it is to be looked at, on white where it is transparent: as
/// [Squares] of its middle, or all of it as a poster. Keeps a processor busy, for seconds at the
/// worst.
final class Darkroom {
  /// From how many pixels a side on only every second one is decoded, and so on: that bounds the
  /// memory for it, and is enough for the largest [Size].
  private static final int ENOUGH = 512;

  /// How many pixels the longer side of a poster has at most.
  private static final int POSTER_SIDE = 960;

  private static final float QUALITY = 0.9f;

  private Darkroom() {}

  /// Throws `IOException` if the picture is not as its head says.
  static Squares develop(Picture picture) throws IOException {
    int side = Math.min(picture.width(), picture.height());
    var middle =
        new Rectangle((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    var square = decoded(picture, middle, ENOUGH);
    var large = square.within(Size.LARGE.px()).turned(picture.orientation());
    return new Squares(jpeg(large), jpeg(large.scaled(Size.SMALL.px(), Size.SMALL.px())));
  }

  /// All of the picture as a JPEG of at most [#POSTER_SIDE] pixels a side. Throws `IOException` if
  /// it is not as its head says.
  static byte[] poster(Picture picture) throws IOException {
    var all = new Rectangle(picture.width(), picture.height());
    var drawn = decoded(picture, all, POSTER_SIDE);
    int longest = Math.max(drawn.width(), drawn.height());
    var fitting = longest > POSTER_SIDE ? drawn.within(POSTER_SIDE) : drawn;
    return jpeg(fitting.turned(picture.orientation()));
  }

  private static Pixels decoded(Picture picture, Rectangle region, int enough) throws IOException {
    var reader = ImageIO.getImageReadersByFormatName(picture.format().name()).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
      reader.setInput(in, true, true);
      int each = Math.max(1, Math.max(region.width, region.height) / enough);
      var wanted = reader.getDefaultReadParam();
      wanted.setSourceRegion(region);
      wanted.setSourceSubsampling(each, each, 0, 0);
      return onWhite(reader.read(0, wanted));
    } catch (RuntimeException e) {
      // Decoders do not foresee every nonsense; whatever they stumble over is not as it must be.
      throw new IOException("decoding a picture", e);
    } finally {
      reader.dispose();
    }
  }

  private static Pixels onWhite(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = onWhite(colour(image, x, y));
      }
    }
    return new Pixels(width, height, pixels);
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

  private static byte[] jpeg(Pixels pixels) throws IOException {
    int width = pixels.width();
    var image = new BufferedImage(width, pixels.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, pixels.height(), pixels.rgb(), 0, width);
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
