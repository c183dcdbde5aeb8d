package matinee.sync;

import java.util.random.RandomGenerator;

/// One way of a connection: `delayMs` and up to `jitterMs` more; a `loss` of 0.01 delays one
/// message in a hundred by a retransmission. What is sent first arrives first.
final class NetworkPath {
  private static final double RETRANSMISSION_MS = 220;

  private final double delayMs;
  private final double jitterMs;
  private final double loss;
  private double lastArrivalMs;

  NetworkPath(double delayMs, double jitterMs, double loss) {
    this.delayMs = delayMs;
    this.jitterMs = jitterMs;
    this.loss = loss;
  }

  double arrivalOf(double sentMs, RandomGenerator chance) {
    double lostMs = chance.nextDouble() < loss ? RETRANSMISSION_MS : 0;
    double arrivalMs = sentMs + delayMs + jitterMs * chance.nextDouble() + lostMs;
    lastArrivalMs = Math.max(arrivalMs, lastArrivalMs);
    return lastArrivalMs;
  }
}
