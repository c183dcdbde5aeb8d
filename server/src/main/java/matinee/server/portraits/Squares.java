package matinee.server.portraits;

/// A portrait as it is kept: JPEG in each [Size], in which there is nothing of the file that it was
/// made of but how it looks.
public final class Squares {
  private final byte[] large;
  private final byte[] small;

  Squares(byte[] large, byte[] small) {
    this.large = large.clone();
    this.small = small.clone();
  }

  byte[] of(Size size) {
    return switch (size) {
      case LARGE -> large.clone();
      case SMALL -> small.clone();
    };
  }
}
