package matinee.wire;

import matinee.room.CommandId;
import matinee.room.Wish;

/// What a client says to the one who keeps the room.
public sealed interface ClientMessage {

  /// Let me in. The first message of a connection, and only the first (EN2).
  record Enter(Resume resume) implements ClientMessage {}

  /// I am alive and my player is like this; tell me the room time. `t0` is the sender's clock in
  /// milliseconds, from any zero.
  record Heartbeat(double t0, Vitals vitals) implements ClientMessage {
    public Heartbeat {
      Numbers.check("t0", t0);
      if (vitals.condition() == Condition.LOST) {
        throw new IllegalArgumentException("condition must not be LOST: who says it is here");
      }
    }
  }

  /// I go and do not come back (ME4).
  record Leave() implements ClientMessage {}

  /// Show this to the others for a moment (SI1).
  record Signalled(Signal signal) implements ClientMessage {}

  /// I want `wish`, having seen the room up to revision `seen`; `again` if I have sent this before
  /// (CO1). The member is that of the connection.
  record Request(CommandId id, long seen, boolean again, Wish wish) implements ClientMessage {
    public Request {
      Numbers.checkCount("seen", seen);
    }

    /// Sent for the first time.
    public Request(CommandId id, long seen, Wish wish) {
      this(id, seen, false, wish);
    }

    /// The same, sent again.
    public Request sentAgain() {
      return new Request(id, seen, true, wish);
    }
  }
}
