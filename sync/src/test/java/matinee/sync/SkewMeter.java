package matinee.sync;

import java.util.ArrayList;
import java.util.List;

/// Collects the room's skew (largest minus smallest true position) while everybody should and does
/// play.
///
/// Steady: not within 4 s of a disturbance. What could not be compared is counted: a player that
/// never plays must not look synchronous.
final class SkewMeter implements Invariant {
  private static final double STEADY_AFTER_MS = 4_000;

  private final List<Double> steady = new ArrayList<>();
  private final List<Double> frames = new ArrayList<>();
  private double disturbedMs = Double.NEGATIVE_INFINITY;
  private int apart;

  @Override
  public void look(Simulation run) {
    boolean moving = run.room().line().isMovingAt(run.room().roomTimeMs());
    if (!moving || run.nowMs() < disturbedMs + STEADY_AFTER_MS) {
      return;
    }
    boolean common =
        run.clients().stream().allMatch(client -> client.player().isMovingAt(run.nowMs()));
    if (!common) {
      apart++;
      return;
    }
    steady.add(skewMs(run));
    frames.add(frameSkewMs(run));
  }

  @Override
  public void disturbed(Simulation run) {
    disturbedMs = run.nowMs();
  }

  static double skewMs(Simulation run) {
    var positions =
        run.clients().stream()
            .mapToDouble(client -> client.player().positionAt(run.nowMs()))
            .summaryStatistics();
    return positions.getMax() - positions.getMin();
  }

  private static double frameSkewMs(Simulation run) {
    var positions =
        run.clients().stream()
            .map(FakeClient::player)
            .mapToDouble(player -> player.positionAt(run.nowMs()) + player.pictureMs())
            .summaryStatistics();
    return positions.getMax() - positions.getMin();
  }

  int looks() {
    return steady.size();
  }

  /// Looks at which somebody did not play although everybody should have.
  int apart() {
    return apart;
  }

  double percentile(double share) {
    return percentile(steady, share);
  }

  double framePercentile(double share) {
    return percentile(frames, share);
  }

  void addAll(SkewMeter other) {
    steady.addAll(other.steady);
    frames.addAll(other.frames);
    apart += other.apart;
  }

  static double percentile(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }
}
