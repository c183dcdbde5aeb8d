package matinee.bench;

import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Sends what is due, spread evenly over the rooms of a crowd, each message at its own fixed
/// instant, whether or not the server keeps up.
final class Pace {
  private static final long TICK_US = 250;

  private final Crowd crowd;
  private final double gapNanos;
  private final long start = System.nanoTime();
  private final Future<?> ticking;
  private volatile long sent;

  private Pace(Crowd crowd, double perRoomAndSecond) {
    this.crowd = crowd;
    this.gapNanos = 1e9 / (perRoomAndSecond * crowd.rooms().size());
    ticking = crowd.loop().scheduleAtFixedRate(this::catchUp, 0, TICK_US, TimeUnit.MICROSECONDS);
  }

  /// From now on each room sends so many messages a second.
  static Pace begin(Crowd crowd, double perRoomAndSecond) {
    return new Pace(crowd, perRoomAndSecond);
  }

  /// How many messages have been sent over all rooms.
  long sent() {
    return sent;
  }

  void end() {
    ticking.cancel(false);
  }

  private void catchUp() {
    long now = System.nanoTime();
    for (long due = start + (long) (sent * gapNanos);
        due <= now;
        due = start + (long) (sent * gapNanos)) {
      crowd.rooms().get((int) (sent % crowd.rooms().size())).say(due);
      sent++;
    }
  }
}
