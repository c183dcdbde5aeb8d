package matinee.wire;

/// A figure that a client may or may not have measured yet.
public sealed interface Measured {

  /// Not measured.
  enum Not implements Measured {
    NOT
  }

  /// It is `ms` milliseconds; finite.
  record Ms(double ms) implements Measured {
    public Ms {
      Numbers.checkFinite("figure", ms);
    }
  }
}
