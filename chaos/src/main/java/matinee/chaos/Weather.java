package matinee.chaos;

/// How a relay treats what passes through it.
///
/// What passes takes `delayMs` more, and up to `jitterMs` beyond that. Of a thousand pieces
/// `stallsPerMille` wait as long as a lost packet costs, and `resetsPerMille` break the connection
/// instead. Where a direction is silent nothing passes, and nobody is told; what waits comes later.
/// `bytesPerSecond` is what one connection carries each way at most.
record Weather(
    int delayMs,
    int jitterMs,
    int stallsPerMille,
    int resetsPerMille,
    Silence silence,
    long bytesPerSecond) {
  /// Nothing is changed.
  static final Weather FAIR = new Weather(0, 0, 0, 0, Silence.NONE, Long.MAX_VALUE);

  /// In which direction nothing passes; up is from who connected.
  enum Silence {
    NONE,
    UP,
    DOWN,
    BOTH;

    boolean holds(Direction direction) {
      return switch (this) {
        case NONE -> false;
        case UP -> direction == Direction.UP;
        case DOWN -> direction == Direction.DOWN;
        case BOTH -> true;
      };
    }
  }

  /// Up is from who connected to the server.
  enum Direction {
    UP,
    DOWN
  }

  static Weather late(int delayMs, int jitterMs) {
    return new Weather(delayMs, jitterMs, 0, 0, Silence.NONE, Long.MAX_VALUE);
  }

  static Weather lossy(int stallsPerMille, int resetsPerMille) {
    return new Weather(5, 5, stallsPerMille, resetsPerMille, Silence.NONE, Long.MAX_VALUE);
  }

  static Weather silent(Silence silence) {
    return new Weather(0, 0, 0, 0, silence, Long.MAX_VALUE);
  }

  static Weather narrow(long bytesPerSecond) {
    return new Weather(0, 0, 0, 0, Silence.NONE, bytesPerSecond);
  }
}
