package matinee.server.accounts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Somebody's lasting identity, as they may see it themselves. `portrait` shows how they look, if
/// they want that; `confirmed` is when they showed that mail to `email` reaches them.
public record Account(
    AccountId id,
    EmailAddress email,
    Profile profile,
    Optional<PortraitId> portrait,
    Instant created,
    Optional<Instant> confirmed) {

  /// The same with this profile.
  Account with(Profile newProfile) {
    return new Account(id, email, newProfile, portrait, created, confirmed);
  }

  /// The same with this portrait, or without any.
  public Account with(Optional<PortraitId> newPortrait) {
    return new Account(id, email, profile, newPortrait, created, confirmed);
  }

  /// What somebody tells of themselves: what they are called, by the rule of a name in a room; in
  /// which language they are spoken to; and the region whose time they keep.
  public record Profile(String name, Optional<Language> language, Optional<ZoneId> timeZone) {}
}
