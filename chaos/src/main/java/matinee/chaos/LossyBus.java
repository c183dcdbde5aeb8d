package matinee.chaos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// F-09: messages of channels on their way from Redis are dropped, doubled, or come after the one
/// that follows, as often as [#trouble] says. Answers to commands pass untouched.
final class LossyBus {
  private volatile Trouble trouble = Trouble.NONE;

  /// Messages that were dropped, doubled, and let wait.
  final AtomicLong dropped = new AtomicLong();

  final AtomicLong doubled = new AtomicLong();
  final AtomicLong reordered = new AtomicLong();

  /// Of a thousand messages, how many are dropped, doubled, and let wait for the next.
  record Trouble(int dropped, int doubled, int reordered) {
    static final Trouble NONE = new Trouble(0, 0, 0);
    static final Trouble USUAL = new Trouble(10, 10, 50);
  }

  void trouble(Trouble next) {
    trouble = next;
  }

  /// The frames that come from `from`, troubled by `chance`.
  Source source(InputStream from, RandomGenerator chance) {
    var buffered = new BufferedInputStream(from);
    var waiting = new ArrayList<byte[]>();
    return () -> next(buffered, chance, waiting);
  }

  private List<byte[]> next(InputStream from, RandomGenerator chance, List<byte[]> waiting)
      throws IOException {
    var frame = RespFrame.read(from);
    var out = new ArrayList<byte[]>();
    if (frame.published()) {
      var now = trouble;
      int drawn = chance.nextInt(1_000);
      if (drawn < now.dropped) {
        dropped.incrementAndGet();
      } else if (drawn < now.dropped + now.reordered && waiting.isEmpty()) {
        reordered.incrementAndGet();
        waiting.add(frame.bytes());
        return out;
      } else {
        out.add(frame.bytes());
        if (drawn >= 1_000 - now.doubled) {
          doubled.incrementAndGet();
          out.add(frame.bytes());
        }
      }
    } else {
      out.add(frame.bytes());
    }
    out.addAll(waiting);
    waiting.clear();
    return out;
  }
}
