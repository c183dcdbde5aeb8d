package matinee.server.access;

import java.time.Duration;

/// How often one remote address may do something: `burst` times at once, and once more every
/// `every` after that.
public enum Rate {
  NEW_ROOM(30, Duration.ofSeconds(2)),
  TICKET(120, Duration.ofMillis(500)),
  COMPANION_LINK(30, Duration.ofSeconds(5)),
  UPLOAD(20, Duration.ofSeconds(10)),
  FILM_ADDRESS(120, Duration.ofMillis(500)),
  READ(240, Duration.ofMillis(100));

  private final int burst;
  private final Duration every;

  Rate(int burst, Duration every) {
    this.burst = burst;
    this.every = every;
  }

  int burst() {
    return burst;
  }

  Duration every() {
    return every;
  }
}
