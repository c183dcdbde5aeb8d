package matinee.sim;

import java.time.Duration;
import java.util.List;
import matinee.room.Event;
import matinee.room.Playback;
import matinee.room.Recorded;

/// PB3: what begins to move begins a little later than it is decided, so that all hear of it first:
/// 150 to 1,200 ms.
final class EverybodyStartsTogether implements Invariant {
  private static final Duration LEAST = Duration.ofMillis(150);
  private static final Duration MOST = Duration.ofMillis(1_200);

  @Override
  public void written(World world, List<Recorded> events) {
    for (var event : events) {
      if (event.event() instanceof Event.PlaybackChanged(var cause, Playback.Playing(var line))) {
        var lead = Duration.between(event.at(), line.anchorTime());
        boolean mayBeLater = cause == matinee.room.Cause.RATE_CHANGED;
        if (lead.compareTo(LEAST) < 0 || (lead.compareTo(MOST) > 0 && !mayBeLater)) {
          throw broken(event + " begins after " + lead);
        }
      }
    }
  }
}
