package matinee.chaos;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting, for a time or for a condition. An interrupt ends the trial: it becomes a [Stopped].
final class Pause {
  private static final int LOOK_MS = 20;

  private Pause() {}

  /// Somebody wants the trial to end.
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Stopped(Throwable cause) {
      super("stopped", cause);
    }
  }

  static void ms(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped(e);
    }
  }

  /// Waits until `condition` holds, for `limit` at most. Returns whether it does.
  static boolean until(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      ms(LOOK_MS);
    }
    return true;
  }
}
