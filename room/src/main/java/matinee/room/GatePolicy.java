package matinee.room;

/// For whom the room waits when players are not ready (GA2, GA6).
public sealed interface GatePolicy {

  /// For every member.
  enum Everyone implements GatePolicy {
    EVERYONE
  }

  /// For the host alone.
  enum Host implements GatePolicy {
    HOST
  }

  /// Until `percent` of those who could be waited for are ready, 1 to 99.
  record Quorum(int percent) implements GatePolicy {
    public Quorum {
      if (!isAllowed(percent)) {
        throw new IllegalArgumentException("percent must be 1 to 99");
      }
    }

    public static boolean isAllowed(long percent) {
      return percent >= 1 && percent <= 99;
    }
  }

  /// For nobody: whoever is not ready catches up.
  enum NoOne implements GatePolicy {
    NO_ONE
  }
}
