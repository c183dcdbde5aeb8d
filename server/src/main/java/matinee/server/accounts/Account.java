package matinee.server.accounts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Somebody's lasting identity, as they may see it themselves. `confirmed` is when they showed that
/// mail to `email` reaches them.
public record Account(
    AccountId id,
    EmailAddress email,
    Profile profile,
    Instant created,
    Optional<Instant> confirmed) {

  /// What somebody tells of themselves: what they are called, by the rule of a name in a room; in
  /// which language they are spoken to; and the region whose time they keep.
  public record Profile(String name, Optional<Language> language, Optional<ZoneId> timeZone) {}
}
