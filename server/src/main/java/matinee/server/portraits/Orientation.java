package matinee.server.portraits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a picture is turned to be looked at: the eight ways of TIFF and Exif (tag 274), in their
/// order from 1 on. Cameras that are held upright write it instead of turning the pixels.
enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  MIRRORED_UPSIDE_DOWN,
  TRANSPOSED,
  TURNED_RIGHT,
  TRANSVERSED,
  TURNED_LEFT;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final short LITTLE = 0x4949;
  private static final int TAG = 274;
  private static final int ENTRY_LENGTH = 12;

  /// What an Exif segment of a JPEG says; upright if it says nothing, or nonsense.
  static Orientation told(byte[] segment) {
    boolean isExif =
        segment.length >= EXIF.length + 8
            && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
    if (!isExif) {
      return UPRIGHT;
    }
    var tiff = ByteBuffer.wrap(segment).position(EXIF.length).slice();
    tiff.order(tiff.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long entries = Integer.toUnsignedLong(tiff.getInt(4));
    if (entries > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int first = (int) entries + 2;
    int count = Short.toUnsignedInt(tiff.getShort(first - 2));
    for (int i = 0; i < count && first + (i + 1) * ENTRY_LENGTH <= tiff.limit(); i++) {
      int at = first + i * ENTRY_LENGTH;
      if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
        int value = Short.toUnsignedInt(tiff.getShort(at + 8));
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /// Is what was as wide as it looks high, and the other way round?
  boolean swapsSides() {
    return compareTo(TRANSPOSED) >= 0;
  }

  /// Where in a picture of these sizes, line by line, the pixel was that is seen at `x`, `y`.
  int source(int x, int y, int width, int height) {
    int right = width - 1;
    int bottom = height - 1;
    return switch (this) {
      case UPRIGHT -> y * width + x;
      case MIRRORED -> y * width + right - x;
      case UPSIDE_DOWN -> (bottom - y) * width + right - x;
      case MIRRORED_UPSIDE_DOWN -> (bottom - y) * width + x;
      case TRANSPOSED -> x * width + y;
      case TURNED_RIGHT -> (bottom - x) * width + y;
      case TRANSVERSED -> (bottom - x) * width + right - y;
      case TURNED_LEFT -> x * width + right - y;
    };
  }
}
