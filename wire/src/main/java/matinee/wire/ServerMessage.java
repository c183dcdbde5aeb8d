package matinee.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import matinee.room.CommandId;
import matinee.room.Device;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.room.RoomState;

/// What the one who keeps the room says to a client.
public sealed interface ServerMessage {

  /// You are in, as `member`, on its `device`; the history is `epoch`; the room time is
  /// `roomTimeMs`, milliseconds since 1970.
  record Welcome(MemberId member, Device device, String epoch, double roomTimeMs)
      implements ServerMessage {
    public Welcome {
      Epochs.check(epoch);
      Numbers.check("roomTimeMs", roomTimeMs);
    }
  }

  /// The room is like this. What the room remembers of accepted commands is not told: a decoded
  /// state has none.
  record Snapshot(String epoch, RoomState state) implements ServerMessage {
    public Snapshot {
      Epochs.check(epoch);
    }
  }

  /// This has happened.
  record Happened(Recorded recorded) implements ServerMessage {}

  /// Your command `id` is in the history; its first event has `revision` (CO1, CO4).
  record Accepted(CommandId id, long revision) implements ServerMessage {
    public Accepted {
      Numbers.checkCount("revision", revision);
    }
  }

  /// Your command `id` does not happen. `reason` is the name of a [Reason] or [#RATE_LIMITED];
  /// `until` is when it might, if that is known (CH2).
  record Rejected(CommandId id, String reason, Optional<Instant> until) implements ServerMessage {
    /// Too many commands in too short a time (CO3).
    public static final String RATE_LIMITED = "RATE_LIMITED";

    public Rejected {
      if (!isKnown(reason)) {
        throw new IllegalArgumentException("reason is not known");
      }
    }

    /// Rejected by a rule of the room.
    public Rejected(CommandId id, Reason reason) {
      this(id, reason.name(), Optional.empty());
    }

    /// Rejected before the room was asked.
    public Rejected(CommandId id, String reason) {
      this(id, reason, Optional.empty());
    }

    private static boolean isKnown(String reason) {
      for (var known : Reason.values()) {
        if (known.name().equals(reason)) {
          return true;
        }
      }
      return RATE_LIMITED.equals(reason);
    }
  }

  /// Your last message was malformed (WI3); see [Decoded.Malformed].
  record Error(String field, String message) implements ServerMessage {}

  /// Your probe, sent when your clock said `t0`, came at room time `t1`; this left at room time
  /// `t2`. Milliseconds since 1970, with fractions.
  record HeartbeatAnswer(double t0, double t1, double t2) implements ServerMessage {
    public HeartbeatAnswer {
      Numbers.check("t0", t0);
      Numbers.check("t1", t1);
      Numbers.check("t2", t2);
    }
  }

  /// In a giant (GI1): up to `revision` nothing else has happened than that it has so many
  /// `members` now, of whom so many are `here`, that these of them, who are shown, are like this,
  /// and that those are shown no more (EN6).
  record Crowd(long revision, long members, long here, List<Member> shown, List<MemberId> gone)
      implements ServerMessage {
    public Crowd {
      Numbers.checkCount("revision", revision);
      Numbers.checkCount("members", members);
      Numbers.checkCount("here", here);
      shown = List.copyOf(shown);
      gone = List.copyOf(gone);
    }
  }

  /// These members are `typing`, and these `cheers` are to float over the picture (SI3).
  record Signals(List<MemberId> typing, List<Cheers> cheers) implements ServerMessage {
    public Signals {
      typing = List.copyOf(typing);
      cheers = List.copyOf(cheers);
    }

    /// Only that `member` is typing.
    public static Signals typing(MemberId member) {
      return new Signals(List.of(member), List.of());
    }

    /// Only these.
    public static Signals cheers(Cheers cheers) {
      return new Signals(List.of(), List.of(cheers));
    }
  }

  /// The players of these members are like this now; of the others nothing is new.
  record Presence(List<MemberPresence> members) implements ServerMessage {
    public Presence {
      members = List.copyOf(members);
    }
  }
}
