package matinee.server.screenings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// When a screening begins: the wall time `local` that was chosen in `zone`, and the `instant` that
/// it was then. The instant is what counts: where the rules of a zone change afterwards, it stays.
public record Showtime(LocalDateTime local, ZoneId zone, Instant instant) {

  /// How often the wall clocks of the zone show the local time.
  public enum Wall {
    ONCE,
    /// Never: they skip it, as they are put forward.
    SKIPPED,
    /// Twice: they are put back.
    TWICE
  }

  /// What clocks in `zone` show as `local`, to the second. Where they skip it, so much later as
  /// they are put forward; where they show it twice, the first time.
  public static Showtime of(LocalDateTime local, ZoneId zone) {
    var exact = local.truncatedTo(ChronoUnit.SECONDS);
    return new Showtime(exact, zone, ZonedDateTime.of(exact, zone).toInstant());
  }

  public Wall wall() {
    return switch (zone.getRules().getValidOffsets(local).size()) {
      case 0 -> Wall.SKIPPED;
      case 1 -> Wall.ONCE;
      default -> Wall.TWICE;
    };
  }
}
