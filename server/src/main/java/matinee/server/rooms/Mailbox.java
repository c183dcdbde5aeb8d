package matinee.server.rooms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The letters that wait for a room. Any thread may put one in; one thread, the reader, takes them
/// out.
///
/// When 1,024 wait, wishes, reports, signals and news are refused; what tells of a connection's
/// beginning or end is taken all the same, because it comes once a connection and nothing may be
/// forgotten of it.
final class Mailbox {
  private static final int CAPACITY = 1_024;
  private static final int MAX_TURN = 256;
  private static final int CLOSED = Integer.MIN_VALUE / 2;

  private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final Thread reader;
  private volatile boolean asleep;

  /// What became of a letter.
  enum Posted {
    TAKEN,
    /// Too many wait already.
    FULL,
    /// Nobody reads any more.
    CLOSED
  }

  Mailbox(Thread reader) {
    this.reader = reader;
  }

  Posted post(Letter letter) {
    int before;
    do {
      before = size.get();
      if (before < 0) {
        return Posted.CLOSED;
      }
      if (before >= CAPACITY && isRefusable(letter)) {
        return Posted.FULL;
      }
    } while (!size.compareAndSet(before, before + 1));
    letters.add(letter);
    if (asleep) {
      LockSupport.unpark(reader);
    }
    return Posted.TAKEN;
  }

  private static boolean isRefusable(Letter letter) {
    return switch (letter) {
      case Letter.Ask _,
          Letter.Report _,
          Letter.Signalled _,
          Letter.Begin _,
          Letter.Supplied _,
          Letter.Heard _ ->
          true;
      case Letter.Enter _, Letter.Leave _, Letter.Gone _ -> false;
    };
  }

  /// Waits until a letter is there, at most for `limit`, or until [#wake]. Takes at most 256.
  List<Letter> take(Duration limit) {
    if (letters.isEmpty() && !limit.isZero()) {
      asleep = true;
      if (letters.isEmpty()) {
        LockSupport.parkNanos(this, limit.toNanos());
      }
      asleep = false;
    }
    var taken = new ArrayList<Letter>();
    for (int left = MAX_TURN; left > 0; left--) {
      var letter = letters.poll();
      if (letter == null) {
        break;
      }
      taken.add(letter);
    }
    size.addAndGet(-taken.size());
    return taken;
  }

  /// Lets [#take] return.
  void wake() {
    LockSupport.unpark(reader);
  }

  /// Takes no more letters, unless one is there: then it stays open and this is false.
  boolean closeIfEmpty() {
    return size.compareAndSet(0, CLOSED);
  }

  /// Takes no more letters, and gives those that nobody has read.
  List<Letter> close() {
    int waiting = size.getAndSet(CLOSED);
    var left = new ArrayList<Letter>();
    while (left.size() < waiting) {
      var letter = letters.poll();
      if (letter != null) {
        left.add(letter);
      } else {
        Thread.onSpinWait(); // its writer has counted it and is about to put it in
      }
    }
    return left;
  }
}
