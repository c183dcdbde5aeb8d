package matinee.server.access;

import java.time.Duration;

/// How often one remote address may do something: `burst` times at once, and once more every
/// `every` after that. What brings more for the server to keep is refused while memory is short.
public enum Rate {
  NEW_ROOM(30, Duration.ofSeconds(2), true),
  TICKET(120, Duration.ofMillis(500), true),
  COMPANION_LINK(30, Duration.ofSeconds(5), true),
  INVITATION(60, Duration.ofSeconds(2), true),
  NEW_ACCOUNT(20, Duration.ofSeconds(30), true),
  LETTER(20, Duration.ofSeconds(30), true),
  SIGN_IN(60, Duration.ofSeconds(2), false),
  REFRESH(240, Duration.ofMillis(250), false),
  ACCOUNT(60, Duration.ofSeconds(1), false),
  PEOPLE(60, Duration.ofSeconds(1), false),
  MESSAGE(60, Duration.ofMillis(500), true),
  STREAM(60, Duration.ofSeconds(1), true),
  FRIEND_REQUEST(20, Duration.ofSeconds(30), true),
  UPLOAD(60, Duration.ofSeconds(5), true),
  UPLOAD_PIECE(400, Duration.ofMillis(20), true),
  NEW_PICTURE(20, Duration.ofSeconds(10), true),
  NEW_SUBTITLES(20, Duration.ofSeconds(10), true),
  PORTRAIT(480, Duration.ofMillis(50), false),
  PREVIEW(30, Duration.ofSeconds(2), true),
  FILM_ADDRESS(120, Duration.ofMillis(500), false),
  INTRODUCTION(20, Duration.ofSeconds(30), true),
  ICE_SERVERS(30, Duration.ofSeconds(2), false),
  TRACKER(120, Duration.ofMillis(500), true),
  UNKNOWN_ROOM(60, Duration.ofSeconds(1), true),
  LIST(120, Duration.ofMillis(250), false),
  SEARCH(60, Duration.ofMillis(250), false),
  READ(240, Duration.ofMillis(100), false);

  private final int burst;
  private final Duration every;
  private final boolean bringsMore;

  Rate(int burst, Duration every, boolean bringsMore) {
    this.burst = burst;
    this.every = every;
    this.bringsMore = bringsMore;
  }

  /// Is it refused while memory is short?
  public boolean bringsMore() {
    return bringsMore;
  }

  int burst() {
    return burst;
  }

  Duration every() {
    return every;
  }
}
