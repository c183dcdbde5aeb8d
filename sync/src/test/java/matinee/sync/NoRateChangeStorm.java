package matinee.sync;

/// No player is told to change its speed more than `limit` times in ten seconds, for corrections.
record NoRateChangeStorm(int limit) implements Invariant {

  @Override
  public void look(Simulation run) {}

  @Override
  public void conclude(Simulation run) {
    ActsPerWindow.check(run, "rate changes", limit, done -> done.act() instanceof Act.SetRate);
  }
}
