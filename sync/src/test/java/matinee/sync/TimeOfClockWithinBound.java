package matinee.sync;

/// Once ready, each client's idea of room time is wrong by no more than it says, and `driftMs` for
/// what its drift may have done to it before that was known.
final class TimeOfClockWithinBound implements Invariant {
  private final double driftMs;
  private int looks;

  TimeOfClockWithinBound(double driftMs) {
    this.driftMs = driftMs;
  }

  @Override
  public void look(Simulation run) {
    for (var client : run.followers()) {
      if (!client.clock().isReady()) {
        continue;
      }
      looks++;
      double errorMs = Math.abs(client.clockErrorMs());
      double limitMs = client.clock().boundMs() + driftMs;
      if (errorMs > limitMs) {
        throw new AssertionError(
            "seed %d at %.0f ms: clock wrong by %.2f ms, bound %.2f"
                .formatted(run.seed(), run.nowMs(), errorMs, limitMs));
      }
    }
  }

  @Override
  public void conclude(Simulation run) {
    if (looks == 0) {
      throw new AssertionError("seed " + run.seed() + ": no clock was ever ready");
    }
  }
}
