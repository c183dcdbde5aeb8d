package matinee.sync;

import matinee.room.Playback;

/// In the end the room is paused, and every player is paused exactly there.
record EndsWhereTheRoomStands() implements Invariant {

  @Override
  public void look(Simulation run) {}

  @Override
  public void conclude(Simulation run) {
    if (!(run.room().playback() instanceof Playback.Paused(long positionMs, _))) {
      throw new AssertionError("seed " + run.seed() + ": the room plays on");
    }
    for (var client : run.clients()) {
      boolean paused = client.player().stateAt(run.nowMs()).paused();
      double offMs = client.player().positionAt(run.nowMs()) - positionMs;
      if (!paused || Math.abs(offMs) > 1) {
        throw new AssertionError(
            "seed %d: paused %b, off by %.1f ms".formatted(run.seed(), paused, offMs));
      }
    }
  }
}
