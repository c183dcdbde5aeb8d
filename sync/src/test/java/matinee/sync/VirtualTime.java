package matinee.sync;

import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that passes only when something is due. Events at one instant happen in the order in which
/// they were asked for.
final class VirtualTime {
  private record Due(double atMs, long order, Runnable event) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Due::atMs).thenComparingLong(Due::order));
  private double nowMs;
  private long asked;

  double nowMs() {
    return nowMs;
  }

  void at(double atMs, Runnable event) {
    queue.add(new Due(Math.max(atMs, nowMs), asked++, event));
  }

  void after(double delayMs, Runnable event) {
    at(nowMs + delayMs, event);
  }

  /// Again and again, `gapMs` apart, from now on.
  void every(double gapMs, Runnable event) {
    event.run();
    after(gapMs, () -> every(gapMs, event));
  }

  void runUntil(double untilMs) {
    while (!queue.isEmpty() && queue.peek().atMs() <= untilMs) {
      var due = queue.remove();
      nowMs = due.atMs();
      due.event().run();
    }
    nowMs = untilMs;
  }
}
