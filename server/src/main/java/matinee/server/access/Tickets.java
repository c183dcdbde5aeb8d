package matinee.server.access;

import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private static final int RANDOM_BYTES = 24;

  private final RandomGenerator chance;
  private final LongSupplier nanoTime;
  private final Crowd crowd;
  private final Map<String, Issued> issued = new LinkedHashMap<>();

  private record Issued(Admission admission, long atNanos) {}

  /// `chance` must be a cryptographic source and safe for use by many threads; `nanoTime` is
  /// monotonic; `crowd` are the connections that were opened with tickets.
  public Tickets(RandomGenerator chance, LongSupplier nanoTime, Crowd crowd) {
    this.chance = chance;
    this.nanoTime = nanoTime;
    this.crowd = crowd;
  }

  /// The connections that are open, by the address from which their ticket was asked for.
  public Crowd crowd() {
    return crowd;
  }

  /// A new ticket that is good for `admission` once.
  public String issue(Admission admission) {
    var bytes = new byte[RANDOM_BYTES];
    chance.nextBytes(bytes);
    var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    long now = nanoTime.getAsLong();
    synchronized (issued) {
      dropOld(now);
      issued.put(ticket, new Issued(admission, now));
    }
    return ticket;
  }

  /// What `ticket` stands for, if it is good; it is not good again.
  public Optional<Admission> redeem(String ticket) {
    long now = nanoTime.getAsLong();
    synchronized (issued) {
      return Optional.ofNullable(issued.remove(ticket))
          .filter(found -> !isOver(found, now))
          .map(Issued::admission);
    }
  }

  /// The map keeps the order of issue, so that what is over stands at its front.
  private void dropOld(long now) {
    Iterator<Issued> oldest = issued.values().iterator();
    while (oldest.hasNext()) {
      var next = oldest.next();
      if (!isOver(next, now) && issued.size() < CAPACITY) {
        return;
      }
      oldest.remove();
    }
  }

  private static boolean isOver(Issued issued, long now) {
    return now - issued.atNanos >= LIFETIME.toNanos();
  }
}
