package matinee.server.portraits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a square picture is turned to be looked at: the eight ways of TIFF and Exif (tag 274), in
/// their order from 1 on. Cameras that are held upright write it instead of turning the pixels.
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

  /// `pixels` of a square with `side` pixels a side, turned.
  int[] turned(int[] pixels, int side) {
    var turned = new int[pixels.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        turned[y * side + x] = pixels[source(x, y, side - 1)];
      }
    }
    return turned;
  }

  /// Where the pixel at `x`, `y` was before; `last` is the last column and row.
  private int source(int x, int y, int last) {
    int side = last + 1;
    return switch (this) {
      case UPRIGHT -> y * side + x;
      case MIRRORED -> y * side + last - x;
      case UPSIDE_DOWN -> (last - y) * side + last - x;
      case MIRRORED_UPSIDE_DOWN -> (last - y) * side + x;
      case TRANSPOSED -> x * side + y;
      case TURNED_RIGHT -> (last - x) * side + y;
      case TRANSVERSED -> (last - x) * side + last - y;
      case TURNED_LEFT -> x * side + last - y;
    };
  }
}
