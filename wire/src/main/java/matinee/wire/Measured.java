package matinee.wire;

/// A figure that a client may or may not have measured yet.
public sealed interface Measured {

  /// Not measured.
  enum Not implements Measured {
    NOT
  }

  /// It is `ms` milliseconds, told to the nearest microsecond.
  record Ms(double ms) implements Measured {
    public Ms {
      Numbers.check("figure", ms);
    }
  }
}
