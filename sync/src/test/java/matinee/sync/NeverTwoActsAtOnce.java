package matinee.sync;

import matinee.sync.FollowingClient.Done;

/// While a correction is under way no other begins: no seek at a corrected speed, and nothing
/// within 100 ms after a seek or a change of speed while playing; unless another target came
/// meanwhile, or another speed of the room fell due.
final class NeverTwoActsAtOnce implements Invariant {
  private static final double LATENCY_MS = 100;

  private int corrections;

  @Override
  public void look(Simulation run) {}

  @Override
  public void conclude(Simulation run) {
    for (var client : run.followers()) {
      var done = client.done();
      for (int i = 1; i < done.size(); i++) {
        check(run, client, done.get(i - 1), done.get(i));
      }
    }
    if (corrections == 0) {
      throw new AssertionError("seed " + run.seed() + ": nothing was corrected");
    }
  }

  private void check(Simulation run, FollowingClient client, Done before, Done after) {
    if (!isCorrection(before)) {
      return;
    }
    corrections++;
    boolean newTarget =
        client.targets().stream().anyMatch(at -> before.atMs() <= at && at <= after.atMs());
    boolean corrected = before.act() instanceof Act.SetRate(double rate, _) && !isOfRoom(rate);
    boolean due =
        after.act() instanceof Act.SetRate(double next, _)
            && isOfRoom(next)
            && !(before.act() instanceof Act.SetRate(double rate, _)
                && Math.abs(next - rate) < 0.1);
    boolean overlaps =
        after.atMs() < before.atMs() + LATENCY_MS
            || (corrected && !(after.act() instanceof Act.SetRate));
    if (overlaps && !newTarget && !due) {
      throw new AssertionError("seed " + run.seed() + ": " + after + " during " + before);
    }
  }

  /// People choose quarters.
  private static boolean isOfRoom(double rate) {
    return rate == Math.rint(rate * 4) / 4;
  }

  private static boolean isCorrection(Done done) {
    return done.corrected()
        && (done.act() instanceof Act.SeekTo || done.act() instanceof Act.SetRate);
  }
}
