package matinee.host;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.MemberId;
import matinee.room.Reason;

/// A room's memory of the commands that it has rejected, so that one that comes again gets the same
/// answer (CO1). Holds the last 256. What it has accepted, the room's state remembers itself (ID5).
/// Used by one thread.
public final class Refusals {
  private static final int CAPACITY = 256;

  private final Map<Key, Reason> reasons = new Latest();

  private record Key(MemberId member, CommandId command) {}

  private static final class Latest extends LinkedHashMap<Key, Reason> {
    @Serial private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Reason> eldest) {
      return size() > CAPACITY;
    }
  }

  /// Why this very command was rejected, if it was. What was sent again is decided anew: the answer
  /// has to stand in the history (ID6).
  public Optional<Reason> of(Command.Ask ask) {
    return ask.again()
        ? Optional.empty()
        : Optional.ofNullable(reasons.get(new Key(ask.by(), ask.id())));
  }

  /// `ask` was rejected for `reason`.
  public void add(Command.Ask ask, Reason reason) {
    reasons.put(new Key(ask.by(), ask.id()), reason);
  }

  /// And what `others` remember.
  public void addAll(Refusals others) {
    reasons.putAll(others.reasons);
  }
}
