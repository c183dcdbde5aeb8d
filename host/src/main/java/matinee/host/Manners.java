package matinee.host;

import java.time.Duration;
import java.util.Optional;
import matinee.wire.CloseCode;
import matinee.wire.Vitals;
import org.jspecify.annotations.Nullable;

/// How one connection behaves: how much it may still send (WI7, SI2), how often that was malformed
/// (WI3), when it was last heard of, and how its player was last told to be.
///
/// Instants are those of a monotonic clock, from any zero. Used by one thread.
public final class Manners {
  private static final Duration UNTIL_ENTERED = Duration.ofSeconds(10);
  private static final Duration UNTIL_DEAD = Duration.ofSeconds(25);
  private static final int HEARTBEATS_PER_SECOND = 20;
  private static final int HEARTBEATS_AT_ONCE = 100;
  private static final int FRAMES_PER_SECOND = 2_000;
  private static final int FRAMES_AT_ONCE = 4_000;
  private static final int SIGNALS_PER_SECOND = 6;
  private static final int SIGNALS_AT_ONCE = 12;

  private final Allowance heartbeats;
  private final Allowance frames;
  private final Allowance signals;
  private @Nullable Offences offences;
  private @Nullable Vitals told;
  private boolean entered;
  private long heardAtNanos;

  /// Of a connection that is opened now.
  public Manners(long nowNanos) {
    heardAtNanos = nowNanos;
    heartbeats = new Allowance(HEARTBEATS_PER_SECOND, HEARTBEATS_AT_ONCE, nowNanos);
    frames = new Allowance(FRAMES_PER_SECOND, FRAMES_AT_ONCE, nowNanos);
    signals = new Allowance(SIGNALS_PER_SECOND, SIGNALS_AT_ONCE, nowNanos);
  }

  /// May one more frame come? If so, it is counted.
  public boolean letsFrame(long nowNanos) {
    return frames.take(nowNanos);
  }

  /// May one more heartbeat come? If so, it is counted.
  public boolean letsHeartbeat(long nowNanos) {
    return heartbeats.take(nowNanos);
  }

  /// May one more signal come? If so, it is counted.
  public boolean letsSignal(long nowNanos) {
    return signals.take(nowNanos);
  }

  /// A malformed message came. Returns whether it is one too many.
  public boolean offend(long nowNanos) {
    if (offences == null) {
      offences = new Offences();
    }
    return offences.isOneTooMany(nowNanos);
  }

  /// `enter` came.
  public void enter(long nowNanos) {
    entered = true;
    heardAtNanos = nowNanos;
  }

  /// Has `enter` come?
  public boolean hasEntered() {
    return entered;
  }

  /// A heartbeat came.
  public void beat(long nowNanos) {
    heardAtNanos = nowNanos;
  }

  /// A heartbeat said `now`. Returns whether that is worth telling; then it counts as told.
  public boolean isNews(Vitals now) {
    if (told != null && !Notable.isChange(told, now)) {
      return false;
    }
    told = now;
    return true;
  }

  /// Why the connection is to be ended if nothing has come by this instant; nothing while it may
  /// still be silent.
  public Optional<CloseCode> silence(long nowNanos) {
    if (nowNanos - silentAtNanos() < 0) {
      return Optional.empty();
    }
    return Optional.of(entered ? CloseCode.NO_HEARTBEAT : CloseCode.NOT_ENTERED);
  }

  /// When [#silence] has an answer, if nothing comes until then.
  long silentAtNanos() {
    return heardAtNanos + (entered ? UNTIL_DEAD : UNTIL_ENTERED).toNanos();
  }
}
