package matinee.server.portraits;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Reads the structure of a PNG (W3C Portable Network Graphics, third edition) without decoding it.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;
  private static final int PLTE = 0x504c5445;
  private static final int TRNS = 0x74524e53;

  /// What pixels are made of. Others are not needed for that, if they say so by a small letter.
  private static final Set<Integer> KEPT = Set.of(IHDR, PLTE, TRNS, IDAT, IEND);

  private static final int ANCILLARY = 0x20000000;
  private static final int HEAD_LENGTH = 13;
  private static final int FRAME_LENGTH = 12;

  private Png() {}

  /// The picture in `file`, if that is a PNG that ends with its last chunk.
  static Optional<Picture> in(byte[] file) {
    if (!Arrays.equals(file, 0, Math.min(file.length, SIGNATURE.length), SIGNATURE, 0, 8)) {
      return Optional.empty();
    }
    var in = ByteBuffer.wrap(file).position(SIGNATURE.length);
    var kept = new ByteArrayOutputStream(file.length);
    kept.write(file, 0, SIGNATURE.length);
    int last = 0;
    while (last != IEND) {
      int at = in.position();
      int length = in.remaining() < FRAME_LENGTH ? -1 : in.getInt(at);
      if (length < 0 || length > in.remaining() - FRAME_LENGTH) {
        return Optional.empty();
      }
      int type = in.getInt(at + 4);
      boolean isHead = type == IHDR && length == HEAD_LENGTH;
      if (last == 0 != isHead || !KEPT.contains(type) && (type & ANCILLARY) == 0) {
        return Optional.empty();
      }
      if (KEPT.contains(type)) {
        kept.write(file, at, FRAME_LENGTH + length);
      }
      in.position(at + FRAME_LENGTH + length);
      last = type;
    }
    return Optional.of(picture(in, kept.toByteArray()))
        .filter(it -> !in.hasRemaining() && it.width() > 0 && it.height() > 0);
  }

  private static Picture picture(ByteBuffer file, byte[] kept) {
    int width = file.getInt(SIGNATURE.length + 8);
    int height = file.getInt(SIGNATURE.length + 12);
    return new Picture(Picture.Format.PNG, width, height, Orientation.UPRIGHT, kept);
  }
}
