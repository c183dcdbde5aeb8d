package matinee.server.portraits;

import java.util.Optional;

/// A PNG or JPEG of which only that is left from which pixels are made: no metadata, no profiles,
/// no thumbnails, and nothing behind its end. So a decoder sees nothing that it does not need, and
/// of a file that is something else as well only the picture remains. `width` and `height` are what
/// its head says; nothing has been decoded.
record Picture(Format format, int width, int height, Orientation orientation, byte[] bytes) {
  private static final long MAX_PIXELS = 40_000_000;

  /// A decoder has whole rows in its memory.
  private static final int MAX_SIDE = 16_384;

  /// How the bytes are coded.
  enum Format {
    PNG,
    JPEG
  }

  /// The picture in `file`; empty if that is none that begins with its first byte and is whole.
  static Optional<Picture> in(byte[] file) {
    return Png.in(file).or(() -> Jpeg.in(file));
  }

  boolean hasTooManyPixels() {
    return width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS;
  }
}
