package matinee.server.moving;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.OptionalLong;

/// Where another region's clock stands, by the quickest of the last eight probes, and when one was
/// answered. Safe for use by any thread.
final class Bearing {
  private static final int PROBES = 8;
  private static final double WELL_FOR_MS = 10_000;

  private final Deque<Probe> probes = new ArrayDeque<>();
  private boolean tried;

  private record Probe(double atMs, double roundTripMs, double shiftMs) {}

  /// A probe left at `t0` by our clock, the other clock showed `theirs`, and at `t3` the answer was
  /// here. Returns whether the other region was not known to be there.
  synchronized boolean sample(double t0, double theirs, double t3) {
    boolean isNew = !isWell(t3);
    probes.addLast(new Probe(t3, t3 - t0, theirs - (t0 + t3) / 2));
    if (probes.size() > PROBES) {
      probes.removeFirst();
    }
    return isNew;
  }

  /// No answer came.
  synchronized void tried() {
    tried = true;
  }

  /// Was nothing tried before, and nothing heard?
  synchronized boolean isUnheard() {
    return !tried && probes.isEmpty();
  }

  synchronized boolean isWell(double nowMs) {
    return !probes.isEmpty() && nowMs - probes.getLast().atMs() <= WELL_FOR_MS;
  }

  /// By how much more the other clock shows; half a round trip is what this may be wrong by.
  synchronized OptionalLong shiftMs() {
    return probes.stream()
        .min(Comparator.comparingDouble(Probe::roundTripMs))
        .map(best -> OptionalLong.of(Math.round(best.shiftMs())))
        .orElseGet(OptionalLong::empty);
  }
}
