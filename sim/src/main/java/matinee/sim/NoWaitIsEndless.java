package matinee.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import matinee.room.Event;
import matinee.room.Playback;
import matinee.room.Recorded;
import matinee.room.RoomState;

/// GA4, PB8: no wait is granted for more than 10 s, and none goes on, nor any film, more than a
/// second after its time while a room is kept.
final class NoWaitIsEndless implements Invariant {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SLACK = Duration.ofSeconds(1);

  @Override
  public void written(World world, List<Recorded> events) {
    for (var event : events) {
      if (event.event() instanceof Event.PlaybackChanged(_, Playback.Waiting waiting)
          && Duration.between(waiting.since(), waiting.until()).compareTo(LIMIT) > 0) {
        throw broken(event + " waits for too long");
      }
    }
  }

  @Override
  public void look(World world) {
    world
        .node()
        .filter(node -> !node.isBusy())
        .ifPresent(node -> node.room().ifPresent(room -> check(room.state(), node)));
  }

  private void check(RoomState state, Node node) {
    Instant now = node.roomTime().now();
    state
        .deadline()
        .filter(due -> due.plus(SLACK).plus(node.lastBusy()).isBefore(now))
        .ifPresent(
            due -> {
              throw broken("it is " + now + ", and nothing came at " + due + " of " + state);
            });
  }
}
