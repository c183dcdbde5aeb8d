package matinee.room;

import java.time.Duration;

/// How long a member waits between two things it says (CH2).
public sealed interface SlowMode {

  /// Not at all, and in a giant (GI1) for [#IN_A_GIANT]: nobody has set it otherwise.
  enum AsUsual implements SlowMode {
    AS_USUAL
  }

  /// `seconds`, from 0, which is not at all, to an hour.
  record Every(int seconds) implements SlowMode {
    private static final int MOST_SECONDS = 3_600;

    public Every {
      if (!isAllowed(seconds)) {
        throw new IllegalArgumentException("seconds must be 0 to " + MOST_SECONDS);
      }
    }

    public static boolean isAllowed(long seconds) {
      return seconds >= 0 && seconds <= MOST_SECONDS;
    }
  }

  Duration IN_A_GIANT = Duration.ofSeconds(10);

  /// The time between two messages of one member, in a giant or not.
  default Duration pause(boolean giant) {
    return switch (this) {
      case AsUsual _ -> giant ? IN_A_GIANT : Duration.ZERO;
      case Every(int seconds) -> Duration.ofSeconds(seconds);
    };
  }
}
