package matinee.server.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import matinee.room.MemberId;

/// An invitation to a room that `maker` made: what it offers, how many places were made by it, and
/// since when it is taken back, if it is. Its token is not kept.
public record Invitation(
    String id, Offer offer, MemberId maker, Instant created, int used, Optional<Instant> revoked) {

  /// Whether somebody new may come in by an invitation, and if not, why.
  public enum State {
    OPEN,
    USED_UP,
    EXPIRED,
    REVOKED
  }

  /// Some invitations of a room, of `total`.
  public record Page(List<Invitation> invitations, int total) {}

  /// From when on nobody comes in by it.
  public Optional<Instant> expires() {
    return offer.lasts().map(created::plus);
  }

  /// How it stands at `now`.
  public State state(Instant now) {
    if (revoked.isPresent()) {
      return State.REVOKED;
    }
    if (expires().filter(it -> !now.isBefore(it)).isPresent()) {
      return State.EXPIRED;
    }
    return offer.uses().filter(it -> used >= it).isPresent() ? State.USED_UP : State.OPEN;
  }
}
