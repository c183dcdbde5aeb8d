package matinee.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Asking whoever has the lead: rules AS.
final class AskRules {
  /// How long a proposal waits for an answer (AS4).
  static final Duration LIMIT = Duration.ofSeconds(30);

  /// How many proposals wait at a time (AS5): more than anybody can answer meanwhile.
  static final int MOST = 50;

  private AskRules() {}

  /// AS1: instead of `outcome`, which `wish` would have if the member were free to do it, it is
  /// proposed. What could not be done is not proposed.
  static Outcome propose(
      RoomState state, Member by, Wish.OfFilm wish, Outcome outcome, Instant now) {
    var earlier = state.proposalOf(by.id());
    boolean isProposed = earlier.filter(proposal -> proposal.wish().equals(wish)).isPresent();
    boolean isOneMore = earlier.isEmpty() && state.proposals().size() >= MOST;
    return switch (outcome) {
      case Outcome.Refused refused -> refused;
      case Outcome.Happens _ when isProposed -> Outcome.refused(Reason.NO_CHANGE);
      case Outcome.Happens _ when isOneMore -> Outcome.refused(Reason.PROPOSALS_FULL); // AS5
      case Outcome.Happens _ -> Outcome.happens(new Event.Proposed(by.id(), wish, now.plus(LIMIT)));
    };
  }

  /// AS2: `outcome` is what the proposal comes to now, if it is accepted.
  static Outcome answer(Proposal proposal, boolean accepted, Outcome outcome) {
    if (!accepted) {
      return ended(proposal.by(), ProposalEnd.DECLINED);
    }
    var events = new ArrayList<Event>();
    events.add(new Event.ProposalEnded(proposal.by(), ProposalEnd.ACCEPTED));
    if (outcome instanceof Outcome.Happens(var follow)) {
      events.addAll(follow);
    }
    return new Outcome.Happens(events);
  }

  static Outcome withdraw(RoomState state, Member by) {
    return state.proposalOf(by.id()).isPresent()
        ? ended(by.id(), ProposalEnd.WITHDRAWN) // AS3
        : Outcome.refused(Reason.NO_CHANGE);
  }

  /// AS4: those whose time is over at `now`.
  static List<Event> expired(RoomState state, Instant now) {
    return state.proposals().stream()
        .filter(proposal -> !now.isBefore(proposal.until()))
        .<Event>map(proposal -> new Event.ProposalEnded(proposal.by(), ProposalEnd.EXPIRED))
        .toList();
  }

  private static Outcome ended(MemberId by, ProposalEnd end) {
    return Outcome.happens(new Event.ProposalEnded(by, end));
  }
}
