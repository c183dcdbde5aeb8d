package matinee.server.http;

import matinee.server.invitations.Invitation;
import matinee.server.invitations.Invitations;
import matinee.server.journal.RoomId;

/// Tells whether an invitation that somebody shows is good. One that was never made is told from
/// none of another room, and neither from one of a room that is not there. Blocks. Methods throw
/// [Refusal].
final class InvitationCheck {
  private final Invitations invitations;

  InvitationCheck(Invitations invitations) {
    this.invitations = invitations;
  }

  /// The open invitation to `room` whose token `shown` is.
  Invitation good(RoomId room, String shown) {
    var invitation = invitations.shown(room, shown).orElseThrow(() -> new Refusal(UNKNOWN));
    switch (invitations.state(invitation)) {
      case OPEN -> {}
      case USED_UP -> throw new Refusal(USED_UP);
      case EXPIRED -> throw new Refusal(EXPIRED);
      case DECLINED -> throw new Refusal(DECLINED);
      case REVOKED -> throw new Refusal(REVOKED);
    }
    return invitation;
  }

  /// What to say to whoever came too late with `shown`, which was open a moment before.
  Refusal late(RoomId room, String shown) {
    var _ = good(room, shown);
    return new Refusal(USED_UP);
  }

  private static final Problem UNKNOWN =
      new Problem(
          403,
          "invitation-unknown",
          "That is no invitation to this room.",
          "Open the whole link as it was sent to you, or ask for a new one.");

  private static final Problem USED_UP =
      new Problem(
          403,
          "invitation-used-up",
          "As many have come by this invitation as it is for.",
          "Ask whoever sent it for another one.");

  private static final Problem DECLINED =
      new Problem(
          403,
          "invitation-declined",
          "This invitation was declined.",
          "Ask whoever sent it for another one, if you would like to come after all.");

  private static final Problem EXPIRED =
      new Problem(
          403,
          "invitation-expired",
          "This invitation is over.",
          "Ask whoever sent it for a new one.");

  private static final Problem REVOKED =
      new Problem(
          403,
          "invitation-revoked",
          "This invitation was taken back.",
          "Ask whoever sent it for another one.");
}
