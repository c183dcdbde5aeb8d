package matinee.server.access;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// By what people show who they are: passes and addresses by the `secret`, and one-use `tickets`
/// and `links`.
public record Credentials(Secret secret, Tickets tickets, CompanionLinks links) {

  /// Those of all servers with this `secret` and these `spent` tokens, by the same clock. `chance`
  /// is a cryptographic source.
  public static Credentials of(
      Secret secret, Spent spent, InstantSource clock, RandomGenerator chance, Crowd crowd) {
    return new Credentials(
        secret,
        new Tickets(secret, spent, clock, chance, crowd),
        new CompanionLinks(secret, spent, clock, chance));
  }
}
