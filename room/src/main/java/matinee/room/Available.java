package matinee.room;

/// How much of the loaded media there is to be watched, from its start on (UP1).
public sealed interface Available {

  /// All of it, as far as the room was told: what nobody has said to be on its way in.
  enum All implements Available {
    ALL
  }

  /// It is on its way in, and until now there is so much of it: 0 ms to 30 days.
  record Until(long ms) implements Available {
    public Until {
      if (ms < 0 || ms > Length.Known.MAX_MS) {
        throw new IllegalArgumentException("availableMs must be 0 to " + Length.Known.MAX_MS);
      }
    }
  }
}
