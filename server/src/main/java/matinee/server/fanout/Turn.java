package matinee.server.fanout;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;

/// What is left to do at the end of the present turn of an event loop: flush the outboxes that were
/// written to. So everything that a turn writes to one socket leaves in one system call.
final class Turn implements Runnable {
  private static final FastThreadLocal<Turn> CURRENT =
      new FastThreadLocal<>() {
        @Override
        protected Turn initialValue() {
          return new Turn();
        }
      };

  private List<Outbox> written = new ArrayList<>();
  private List<Outbox> spare = new ArrayList<>();

  private Turn() {}

  /// The turn of `loop`, in whose thread the caller is.
  static Turn of(EventLoop loop) {
    var turn = CURRENT.get();
    if (turn.written.isEmpty()) {
      turn.scheduleOn(loop);
    }
    return turn;
  }

  void flushAtEnd(Outbox outbox) {
    written.add(outbox);
  }

  private void scheduleOn(EventLoop loop) {
    if (loop instanceof SingleThreadEventLoop single) {
      single.executeAfterEventLoopIteration(this);
    } else {
      loop.execute(this);
    }
  }

  @Override
  public void run() {
    var now = written;
    written = spare;
    spare = now;
    for (var outbox : now) {
      outbox.flush();
    }
    now.clear();
  }
}
