package matinee.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// An open loop: every room sends at its own fixed instants, whether or not the server keeps up.
/// Latency runs from the instant at which a message was meant to be sent to the arrival at the
/// room's last member, so a stalled server cannot hide its stall.
record Steady(Percentiles latencies, double cpuMicrosPerDelivery, double coreShare) {
  private static final int MEASURED_S = 20;

  /// Measures 20 s after `warmUp` of the same.
  static Steady measure(Crowd crowd, ServerProcess server, Duration warmUp, double perRoomAndSecond)
      throws IOException, InterruptedException {
    var latencies = new Percentiles();
    crowd
        .rooms()
        .forEach(
            room ->
                room.onCompletion((_, intended) -> latencies.add(System.nanoTime() - intended)));
    var pace = Pace.begin(crowd, perRoomAndSecond);
    Thread.sleep(warmUp);
    crowd.loop().submit(latencies::clear).syncUninterruptibly();
    long before = pace.sent();
    double cpuBefore = server.cpuSeconds();
    TimeUnit.SECONDS.sleep(MEASURED_S);
    double cpu = server.cpuSeconds() - cpuBefore;
    pace.end();
    long sent = pace.sent() - before;
    TimeUnit.SECONDS.sleep(1);
    crowd.rooms().forEach(LoadRoom::check);
    int members = crowd.rooms().getFirst().channels().size();
    return new Steady(latencies, cpu * 1e6 / (sent * members), cpu / MEASURED_S);
  }

  /// The latencies and what they cost, for a table.
  String row() {
    return ("%d messages | p50 %.0f us, p90 %.0f us, p99 %.0f us, p99.9 %.0f us, max %.0f us |"
            + " %.1f us CPU a delivery | %.0f %% of the core")
        .formatted(
            latencies.count(),
            latencies.micros(0.50),
            latencies.micros(0.90),
            latencies.micros(0.99),
            latencies.micros(0.999),
            latencies.micros(1),
            cpuMicrosPerDelivery,
            coreShare * 100);
  }
}
