package matinee.server.access;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// One-use tickets for connections (EN1): had over HTTP, shown once at the handshake, good for 30
/// s.
///
/// Holds at most 100,000; beyond that the oldest gives way. Never blocks, so that a handshake may
/// ask on its event loop. Safe for use by any thread.
public final class Tickets {
  public static final Duration LIFETIME = Duration.ofSeconds(30);
  private static final int CAPACITY = 100_000;

  private final OneUse<Admission> issued;
  private final Crowd crowd;

  /// `chance` must be a cryptographic source and safe for use by many threads; `nanoTime` is
  /// monotonic; `crowd` are the connections that were opened with tickets.
  public Tickets(RandomGenerator chance, LongSupplier nanoTime, Crowd crowd) {
    issued = new OneUse<>(chance, nanoTime, LIFETIME, CAPACITY);
    this.crowd = crowd;
  }

  /// The connections that are open, by the address from which their ticket was asked for.
  public Crowd crowd() {
    return crowd;
  }

  /// A new ticket that is good for `admission` once.
  public String issue(Admission admission) {
    return issued.issue(admission);
  }

  /// What `ticket` stands for, if it is good; it is not good again.
  public Optional<Admission> redeem(String ticket) {
    return issued.redeem(ticket);
  }
}
