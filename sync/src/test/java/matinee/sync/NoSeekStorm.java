package matinee.sync;

/// No player is told to seek more than `limit` times in ten seconds, for corrections.
record NoSeekStorm(int limit) implements Invariant {

  @Override
  public void look(Simulation run) {}

  @Override
  public void conclude(Simulation run) {
    ActsPerWindow.check(run, "seeks", limit, done -> done.act() instanceof Act.SeekTo);
  }
}
