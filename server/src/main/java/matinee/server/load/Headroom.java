package matinee.server.load;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Whether memory is short: it is from 85 % on, and no more below 75 %.
///
/// Whoever comes newly is refused while it is, so that those who are here are served on. Before
/// that is believed, and every 15 s while it lasts, a whole collection looks at what is really
/// needed. Safe for use by any thread.
public final class Headroom {
  private static final double SHORT_FROM = 0.85;
  private static final double AMPLE_BELOW = 0.75;
  private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(15);

  private final DoubleSupplier share;
  private final Runnable collection;
  private final LongSupplier nanoTime;
  private volatile boolean isShort;
  private long collectedAtNanos;

  /// `share`, 0 to 1, is what is in use; `collection` frees what is not needed; `nanoTime` is
  /// monotonic.
  public Headroom(DoubleSupplier share, Runnable collection, LongSupplier nanoTime) {
    this.share = share;
    this.collection = collection;
    this.nanoTime = nanoTime;
    collectedAtNanos = nanoTime.getAsLong() - BETWEEN_COLLECTIONS.toNanos();
  }

  /// Where memory is never short.
  public static Headroom ample() {
    return new Headroom(() -> 0, () -> {}, () -> 0);
  }

  /// Of this process.
  public static Headroom ofProcess() {
    return new Headroom(MemoryUse::share, System::gc, System::nanoTime);
  }

  /// What is in use, 0 to 1.
  public double share() {
    return share.getAsDouble();
  }

  /// As found by the last look.
  public boolean isShort() {
    return isShort;
  }

  /// Looks again. May take as long as a collection does.
  public synchronized void look() {
    if ((isShort || share() >= SHORT_FROM) && mayCollect()) {
      collectedAtNanos = nanoTime.getAsLong();
      collection.run();
    }
    isShort = share() >= (isShort ? AMPLE_BELOW : SHORT_FROM);
  }

  private boolean mayCollect() {
    return nanoTime.getAsLong() - collectedAtNanos >= BETWEEN_COLLECTIONS.toNanos();
  }
}
