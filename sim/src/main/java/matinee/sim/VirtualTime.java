package matinee.sim;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// Time that passes only when something is due, in milliseconds from the beginning of the run. What
/// is due at one instant happens in the order in which it was asked for.
final class VirtualTime {
  private static final double NANOS_PER_MS = 1e6;

  private final PriorityQueue<Timer> queue =
      new PriorityQueue<>(
          Comparator.comparingDouble(Timer::atMs).thenComparingLong(timer -> timer.order));
  private double nowMs;
  private long asked;

  /// Something that is due at an instant, unless it is called off.
  static final class Timer {
    /// Called off already.
    static final Timer NONE = new Timer(0, 0, () -> {});

    private final double atMs;
    private final long order;
    private final Runnable call;
    private boolean off;

    private Timer(double atMs, long order, Runnable call) {
      this.atMs = atMs;
      this.order = order;
      this.call = call;
    }

    private double atMs() {
      return atMs;
    }

    void callOff() {
      off = true;
    }

    boolean isOff() {
      return off;
    }
  }

  double nowMs() {
    return nowMs;
  }

  /// The same as a monotonic clock tells it.
  long nanos() {
    return (long) (nowMs * NANOS_PER_MS);
  }

  Timer at(double atMs, Runnable call) {
    var timer = new Timer(Math.max(atMs, nowMs), asked++, call);
    queue.add(timer);
    return timer;
  }

  Timer after(double delayMs, Runnable call) {
    return at(nowMs + Math.max(0, delayMs), call);
  }

  /// Again and again, from `gapMs` from now on, as long as `wanted` says so.
  void every(double gapMs, BooleanSupplier wanted, Runnable call) {
    after(
        gapMs,
        () -> {
          if (wanted.getAsBoolean()) {
            call.run();
            every(gapMs, wanted, call);
          }
        });
  }

  /// Lets time pass until `untilMs`.
  void runUntil(double untilMs) {
    for (var next = queue.peek(); next != null && next.atMs <= untilMs; next = queue.peek()) {
      queue.remove();
      if (!next.off) {
        nowMs = next.atMs;
        next.call.run();
      }
    }
    nowMs = untilMs;
  }
}
