package matinee.sync;

import java.util.ArrayList;
import java.util.List;

/// After each disturbance, and the start that it may lead to, everybody is together within `nearMs`
/// after `limitMs` at the latest, and stays so until the next.
final class ConvergesWithin implements Invariant {
  private final double limitMs;
  private final double nearMs;
  private final List<Double> took = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private double fromMs = Double.NaN;
  private double awayMs = Double.NaN;

  ConvergesWithin(double limitMs, double nearMs) {
    this.limitMs = limitMs;
    this.nearMs = nearMs;
  }

  @Override
  public void look(Simulation run) {
    double roomTimeMs = run.room().roomTimeMs();
    if (Double.isNaN(fromMs) || !run.room().line().isMovingAt(roomTimeMs)) {
      return;
    }
    if (!areTogether(run)) {
      awayMs = run.nowMs();
    }
  }

  @Override
  public void disturbed(Simulation run) {
    note();
    double roomTimeMs = run.room().roomTimeMs();
    double waitMs = run.room().line().movingFrom(roomTimeMs) - roomTimeMs;
    fromMs = run.nowMs() + (Double.isInfinite(waitMs) ? 0 : waitMs);
    awayMs = fromMs;
  }

  @Override
  public void conclude(Simulation run) {
    note();
    if (took.isEmpty()) {
      throw new AssertionError("seed " + run.seed() + ": nothing was disturbed");
    }
    if (!failures.isEmpty()) {
      throw new AssertionError("seed " + run.seed() + ": " + failures);
    }
  }

  /// How long it took each time, ms.
  List<Double> took() {
    return took;
  }

  private boolean areTogether(Simulation run) {
    boolean moving =
        run.clients().stream().allMatch(client -> client.player().isMovingAt(run.nowMs()));
    return moving && SkewMeter.skewMs(run) <= nearMs;
  }

  private void note() {
    if (Double.isNaN(fromMs)) {
      return;
    }
    double tookMs = Math.max(0, awayMs - fromMs);
    took.add(tookMs);
    if (tookMs > limitMs) {
      failures.add("%.0f ms to converge after %.0f ms".formatted(tookMs, fromMs));
    }
  }
}
