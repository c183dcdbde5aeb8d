package matinee.sync;

import java.time.Instant;
import java.util.random.RandomGenerator;
import matinee.room.Length;
import matinee.room.Playback;

/// What most programs do, for comparison: the server says every second where the room is, the
/// client believes that it is there now, and seeks when it is off by more than half a second.
final class NaiveClient implements FakeClient {
  private static final double OFF_MS = 500;

  private final VirtualTime time;
  private final RandomGenerator chance;
  private final FakeRoom room;
  private final FakePlayer player;
  private final NetworkPath down;

  NaiveClient(Simulation.Seat seat, VirtualTime time, RandomGenerator chance, FakeRoom room) {
    this.time = time;
    this.chance = chance;
    this.room = room;
    this.player = seat.player(chance);
    this.down = seat.network().down();
  }

  @Override
  public NetworkPath down() {
    return down;
  }

  @Override
  public FakePlayer player() {
    return player;
  }

  @Override
  public void hear(Playback playback, Length length) {
    obey(playback, playback.positionAt(Instant.ofEpochMilli((long) room.roomTimeMs())));
  }

  @Override
  public void open() {
    time.every(1_000, this::tell);
  }

  private void tell() {
    var told = room.playback();
    double positionMs = room.line().positionAt(room.roomTimeMs());
    time.at(down.arrivalOf(time.nowMs(), chance), () -> obey(told, positionMs));
  }

  private void obey(Playback playback, double positionMs) {
    if (Math.abs(player.shownAt(time.nowMs()) - positionMs) > OFF_MS) {
      player.seek(time.nowMs(), positionMs);
    }
    player.setRate(time.nowMs(), playback.rate(), true);
    if (playback instanceof Playback.Playing) {
      player.play(time.nowMs());
    } else {
      player.pause(time.nowMs());
    }
  }
}
