package matinee.server.invitations;

import java.time.Duration;
import java.util.Optional;
import matinee.room.Standing;
import matinee.room.Wish;

/// What an invitation offers: a place as `standing`, to as many as `uses`, or to any number, for as
/// long as it `lasts`, or for ever. By `label` those who run the room know it again: one line of at
/// most 80 characters (UTF-16 units), maybe none.
public record Offer(
    String label, Standing standing, Optional<Integer> uses, Optional<Duration> lasts) {
  public static final int MAX_LABEL = 80;
  public static final int MAX_USES = 1_000;
  public static final Duration LONGEST = Duration.ofDays(365);

  /// Is it for one person, who may decline it?
  public boolean isForOne() {
    return uses.filter(it -> it == 1).isPresent();
  }

  /// Throws `IllegalArgumentException`, with why, for what cannot be offered.
  public Offer {
    label = label.strip();
    if (label.length() > MAX_LABEL) {
      throw new IllegalArgumentException("label must have at most " + MAX_LABEL + " characters");
    }
    if (label.codePoints().anyMatch(Offer::isForbidden)) {
      throw new IllegalArgumentException("label holds a control character or half a character");
    }
    if (!Wish.SetStanding.isGiven(standing)) {
      throw new IllegalArgumentException("standing must be MEMBER, GUEST or WATCHER");
    }
    if (uses.filter(it -> it < 1 || it > MAX_USES).isPresent()) {
      throw new IllegalArgumentException("uses must be 1 to " + MAX_USES);
    }
    if (lasts.filter(it -> !it.isPositive() || it.compareTo(LONGEST) > 0).isPresent()) {
      throw new IllegalArgumentException("an invitation lasts at most a year");
    }
  }

  static boolean isForbidden(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
