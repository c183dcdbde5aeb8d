package matinee.sim;

/// Somebody's way to the server and back: how long a message takes in each direction, and in what
/// trouble the line is.
///
/// It carries streams (TCP): nothing is lost or overtaken within a connection, but what is sent
/// into a gap comes after it, and connections break.
final class Line {
  private static final double RETRANSMISSION_MS = 250;
  private static final double RETRANSMITTED_PERCENT = 1.5;

  private final Chance chance;
  private final double upMs;
  private final double downMs;
  private final double jitterMs;
  private double gapUntilMs;

  /// One-way delays without jitter, which adds up to `jitterMs`.
  Line(Chance chance, double upMs, double downMs, double jitterMs) {
    this.chance = chance;
    this.upMs = upMs;
    this.downMs = downMs;
    this.jitterMs = jitterMs;
  }

  /// Nothing comes through until then.
  void gapUntil(double untilMs) {
    gapUntilMs = Math.max(gapUntilMs, untilMs);
  }

  void heal() {
    gapUntilMs = 0;
  }

  boolean isInGap(double nowMs) {
    return nowMs < gapUntilMs;
  }

  /// When a message sent up now arrives, if none before it is still on its way.
  double upArrivalMs(double nowMs) {
    return arrivalMs(nowMs, upMs);
  }

  double downArrivalMs(double nowMs) {
    return arrivalMs(nowMs, downMs);
  }

  private double arrivalMs(double nowMs, double delayMs) {
    double again = chance.in(RETRANSMITTED_PERCENT) ? RETRANSMISSION_MS : 0;
    double jitter = jitterMs * chance.share();
    double leavesMs = nowMs < gapUntilMs ? gapUntilMs + RETRANSMISSION_MS * chance.share() : nowMs;
    return leavesMs + delayMs + jitter + again;
  }
}
