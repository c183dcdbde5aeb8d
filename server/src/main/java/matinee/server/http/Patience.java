package matinee.server.http;

import java.time.Duration;

/// How long a connection still waits for its other side: a bucket of time that waiting empties and
/// that bytes fill again. It is full at the beginning of each kind of wait. Used by one thread.
final class Patience {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /// What a connection may wait for: `atMost` without a byte, and endlessly for who moves
  /// `bytesPerSecond`; where that is 0, no byte earns time.
  enum Wait {
    /// The rest of a head, or the first one of a connection.
    HEAD(Duration.ofSeconds(15), 0),
    /// Another request, of which nothing has come yet.
    REQUEST(Duration.ofSeconds(75), 0),
    BODY(Duration.ofSeconds(15), 1_024),
    /// That an answer is read.
    READER(Duration.ofSeconds(15), 1_024),
    /// That a film is read. A player that pauses stops reading; cut, it asks for the rest when it
    /// goes on.
    FILM_READER(Duration.ofSeconds(60), 4_096),
    /// The server itself is to act.
    NOTHING(Duration.ofSeconds(Long.MAX_VALUE / NANOS_PER_SECOND), 0);

    private final long nanos;
    private final long bytesPerSecond;

    Wait(Duration atMost, long bytesPerSecond) {
      nanos = atMost.toNanos();
      this.bytesPerSecond = bytesPerSecond;
    }

    private long earned(long bytes) {
      return bytesPerSecond == 0 ? 0 : bytes * NANOS_PER_SECOND / bytesPerSecond;
    }
  }

  private Wait wait;
  private long leftNanos;
  private long moved;
  private long askedAtNanos;

  Patience(Wait wait, long nowNanos) {
    this.wait = wait;
    leftNanos = wait.nanos;
    askedAtNanos = nowNanos;
  }

  /// Is it over, at a moment at which `wait` is what is waited for and `moved` bytes in all have
  /// moved for it?
  boolean isOver(Wait wait, long moved, long nowNanos) {
    if (wait == this.wait) {
      long left =
          leftNanos - (nowNanos - askedAtNanos) + wait.earned(Math.max(0, moved - this.moved));
      leftNanos = Math.min(wait.nanos, left);
    } else {
      this.wait = wait;
      leftNanos = wait.nanos;
    }
    this.moved = moved;
    askedAtNanos = nowNanos;
    return leftNanos <= 0;
  }
}
