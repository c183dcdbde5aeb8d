package matinee.server.audit;

import java.util.Optional;
import matinee.server.audit.Verdict.Broken;
import matinee.server.audit.Verdict.Whole;

/// Goes through a whole chain, while servers may make it longer, and finds the first link at fault.
/// Blocks. For one thread, once.
///
/// It finds what was changed, removed, put in, or put in another order. That everything was put
/// back to an older state, or written anew with the key of the servers, it finds only with a head
/// that was noted elsewhere.
public final class Verification {
  private final AuditTrail trail;
  private final Optional<Head> noted;
  private Head reached = Head.BEGINNING;

  /// `noted` is a head that the chain had once.
  public Verification(AuditTrail trail, Optional<Head> noted) {
    this.trail = trail;
    this.noted = noted;
  }

  /// Throws [matinee.server.sql.DatabaseFailure].
  public Verdict verdict() {
    while (true) {
      // The links first: with each of them the head was moved in the same transaction.
      long last = trail.last();
      var signed = trail.head();
      if (signed.isEmpty()) {
        return last == 0 && noted.isEmpty()
            ? new Whole(reached)
            : new Broken(1, "the head of the chain is gone");
      }
      var head = signed.get().head();
      if (!head.equals(Head.BEGINNING) && !trail.isSigned(signed.get())) {
        return new Broken(head.seq(), "the head of the chain was not signed by these servers");
      }
      var broken = follow(head).or(() -> beyond(head, last));
      if (broken.isPresent()) {
        return broken.get();
      }
      if (trail.last() <= head.seq()) {
        return noted
            .filter(it -> it.seq() > head.seq())
            .<Verdict>map(
                it -> new Broken(head.seq() + 1, "it went as far as " + it.seq() + " once"))
            .orElseGet(() -> new Whole(reached));
      }
    }
  }

  /// Follows the links up to `head`.
  private Optional<Verdict> follow(Head head) {
    while (reached.seq() < head.seq()) {
      var links = trail.after(reached.seq());
      if (links.isEmpty()) {
        return broken(reached.seq() + 1, "it is missing, and all that came after it");
      }
      for (var link : links) {
        var broken = step(link);
        if (broken.isPresent()) {
          return broken;
        }
        if (reached.seq() == head.seq()) {
          return reached.equals(head)
              ? Optional.empty()
              : broken(head.seq(), "it is not the one that the head was signed for");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Verdict> step(Link link) {
    long next = reached.seq() + 1;
    if (link.seq() != next) {
      return broken(next, "it is missing");
    }
    if (!reached.followedBy(link.entry()).equals(link)) {
      return broken(next, "it is not as it was made, or does not follow what is before it");
    }
    reached = Head.of(link);
    return noted.filter(it -> it.seq() == next && !it.equals(reached)).isPresent()
        ? broken(next, "it was another one when its head was noted")
        : Optional.empty();
  }

  private static Optional<Verdict> beyond(Head head, long last) {
    return last > head.seq()
        ? broken(head.seq() + 1, "it was put in behind the head of the chain")
        : Optional.empty();
  }

  private static Optional<Verdict> broken(long seq, String why) {
    return Optional.of(new Broken(seq, why));
  }
}
