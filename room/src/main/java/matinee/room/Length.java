package matinee.room;

/// How long a media lasts.
public sealed interface Length {

  /// Not learnt yet, or endless (a live stream).
  enum Unknown implements Length {
    UNKNOWN
  }

  /// Lasts `ms` milliseconds; 1 ms to 30 days.
  record Known(long ms) implements Length {
    public static final long MAX_MS = 30L * 24 * 60 * 60 * 1000;

    public Known {
      if (ms < 1 || ms > MAX_MS) {
        throw new IllegalArgumentException("lengthMs must be 1 to " + MAX_MS);
      }
    }
  }
}
