package matinee.wire;

/// Where a client that enters wants to go on from (EN2).
public sealed interface Resume {

  /// It knows nothing of the room.
  enum Fresh implements Resume {
    FRESH
  }

  /// It has the state of the room at `revision` of the history named `epoch`.
  record From(String epoch, long revision) implements Resume {
    public From {
      Epochs.check(epoch);
      Numbers.checkCount("revision", revision);
    }
  }
}
