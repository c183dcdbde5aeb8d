package matinee.chaos;

import java.util.concurrent.atomic.AtomicReferenceArray;
import matinee.room.RoomState;

/// The fingerprints of one room's states. All clients of a room come by the same states, so that
/// what one has worked out the others only compare: a hundred times cheaper, and no weaker, for it
/// counts only for a state that is equal.
///
/// Remembers one state for each of the newest 64 revisions. Safe for use by any thread.
final class Fingerprints {
  private static final int REMEMBERED = 64;

  private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(REMEMBERED);

  private record Known(RoomState state, long fingerprint) {}

  long of(RoomState state) {
    int place = (int) (state.revision() % REMEMBERED);
    var there = known.get(place);
    if (there != null && there.state().equals(state)) {
      return there.fingerprint();
    }
    long fingerprint = Fingerprint.of(state);
    known.set(place, new Known(state, fingerprint));
    return fingerprint;
  }
}
