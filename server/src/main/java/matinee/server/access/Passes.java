package matinee.server.access;

import java.util.Optional;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;

/// Passes: a member's own key for one room, kept by the member's browser and shown again to be the
/// same member. Written `MEMBER.PROOF`. It does not end; whoever has it is that member. Safe for
/// use by any thread.
public final class Passes {
  private static final String PURPOSE = "pass";
  private static final int MAX_LENGTH = 128;

  private final Secret secret;

  public Passes(Secret secret) {
    this.secret = secret;
  }

  /// The pass of `member` for `room`; always the same.
  public String pass(RoomId room, MemberId member) {
    return member.value() + "." + secret.prove(PURPOSE, room.value(), member.value());
  }

  /// Whose pass this is, if it is one for `room`.
  public Optional<MemberId> member(RoomId room, String pass) {
    int dot = pass.indexOf('.');
    if (dot < 0 || pass.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var member = pass.substring(0, dot);
    return secret.isProved(pass.substring(dot + 1), PURPOSE, room.value(), member)
        ? Optional.of(new MemberId(member))
        : Optional.empty();
  }
}
