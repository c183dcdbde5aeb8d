package matinee.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A room that comes from another region at `now`. Its history was called `oldEpoch` there and is
/// called `epoch` here; `base` is its state when it left, `earlier` are events of before, oldest
/// first and with gaps, as many as were sent along, and `arrived` is the first event here, which
/// follows `base`. `password` is the hash of the one by which people come in, if there is one.
public record Arrival(
    Journey journey,
    Instant now,
    Snapshot base,
    List<Entry> earlier,
    Entry arrived,
    Optional<String> password) {

  /// Which room, made when, and what its history was called and is called now.
  public record Journey(RoomId room, Instant created, String oldEpoch, String epoch) {}

  public Arrival {
    earlier = List.copyOf(earlier);
    if (arrived.revision() != base.revision() + 1) {
      throw new IllegalArgumentException("what arrived must follow its base");
    }
    if (!earlier.isEmpty() && earlier.getLast().revision() > base.revision()) {
      throw new IllegalArgumentException("what was earlier must not be later");
    }
  }
}
