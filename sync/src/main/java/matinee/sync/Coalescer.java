package matinee.sync;

import java.util.List;
import java.util.Optional;

/// At most four values a second go through; of those held back the last one always does, later.
///
/// For scrubbing sliders and stuck keys: the room hears of few positions, but of the one that
/// stays.
public final class Coalescer<T> {
  private static final double GAP_MS = 250;

  private double freeAtMs = Double.NEGATIVE_INFINITY;

  /// One value at most.
  private List<T> held = List.of();

  /// `value` if it may go at once; else it is held, in place of what was held before.
  public Optional<T> offer(double nowMs, T value) {
    held = List.of(value);
    return due(nowMs);
  }

  /// The value held, once its time has come.
  public Optional<T> due(double nowMs) {
    if (held.isEmpty() || nowMs < freeAtMs) {
      return Optional.empty();
    }
    var value = held.getFirst();
    held = List.of();
    freeAtMs = nowMs + GAP_MS;
    return Optional.of(value);
  }

  /// When to ask [#due]; infinity while nothing is held.
  public double dueAtMs() {
    return held.isEmpty() ? Double.POSITIVE_INFINITY : freeAtMs;
  }
}
