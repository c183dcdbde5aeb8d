package matinee.server.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import matinee.room.MemberId;

/// An invitation to a room that `maker` made: what it offers, what has come of it, and to whom it
/// was sent, if it was. Its token is not kept.
public record Invitation(
    String id, Offer offer, MemberId maker, Instant created, Course course, Optional<Sent> sent) {

  /// Whether somebody new may come in by an invitation, and if not, why.
  public enum State {
    OPEN,
    USED_UP,
    DECLINED,
    EXPIRED,
    REVOKED
  }

  /// What came of an invitation: how many places were made by it, what its guest is called if it
  /// was for one and that is known, since when it is declined, and since when it is taken back.
  public record Course(
      int used, Optional<String> guest, Optional<Instant> declined, Optional<Instant> revoked) {
    static final Course BEGINNING =
        new Course(0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Some invitations of a room, of `total`.
  public record Page(List<Invitation> invitations, int total) {}

  /// The same as if it was made at `now`.
  Invitation from(Instant now) {
    return new Invitation(id, offer, maker, now, Course.BEGINNING, sent);
  }

  /// From when on nobody comes in by it.
  public Optional<Instant> expires() {
    return offer.lasts().map(created::plus);
  }

  /// How it stands at `now`.
  public State state(Instant now) {
    if (course.revoked().isPresent()) {
      return State.REVOKED;
    }
    if (course.declined().isPresent()) {
      return State.DECLINED;
    }
    if (offer.uses().filter(it -> course.used() >= it).isPresent()) {
      return State.USED_UP;
    }
    return expires().filter(it -> !now.isBefore(it)).isPresent() ? State.EXPIRED : State.OPEN;
  }
}
