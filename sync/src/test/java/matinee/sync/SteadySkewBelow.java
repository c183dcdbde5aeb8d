package matinee.sync;

/// 95 in 100 looks at the steady room find it together within so much, and nearly all looks can
/// compare.
record SteadySkewBelow(double limitMs, SkewMeter meter) implements Invariant {

  SteadySkewBelow(double limitMs) {
    this(limitMs, new SkewMeter());
  }

  @Override
  public void look(Simulation run) {
    meter.look(run);
  }

  @Override
  public void disturbed(Simulation run) {
    meter.disturbed(run);
  }

  @Override
  public void conclude(Simulation run) {
    double p95 = meter.looks() == 0 ? Double.NaN : meter.percentile(0.95);
    boolean compared = meter.looks() >= 100 && meter.apart() <= meter.looks() / 20;
    if (!(p95 <= limitMs) || !compared) {
      throw new AssertionError(
          "seed %d: steady skew p95 %.1f ms, limit %.1f; %d looks, %d apart"
              .formatted(run.seed(), p95, limitMs, meter.looks(), meter.apart()));
    }
  }
}
