package matinee.server.screenings;

import java.util.Locale;
import java.util.Optional;

/// Whether somebody comes to a screening.
public enum Coming {
  YES,
  MAYBE,
  NO;

  /// The one that is called `word`.
  public static Optional<Coming> of(String word) {
    return switch (word) {
      case "yes" -> Optional.of(YES);
      case "maybe" -> Optional.of(MAYBE);
      case "no" -> Optional.of(NO);
      default -> Optional.empty();
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
