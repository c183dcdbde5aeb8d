package matinee.server.socket;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import matinee.server.accounts.DeviceId;
import matinee.server.load.Headroom;

/// The conversations of one event loop, each checked once a second: one timer for all of them, not
/// one each. Belongs to the thread of that loop, but for [#stop] and [#end].
final class Watch {
  private final EventLoop loop;
  private final Headroom headroom;
  private final IntConsumer count;
  private final Set<Conversation> conversations = new HashSet<>();

  /// `count` is told +1 and -1 as conversations come and go.
  Watch(EventLoop loop, LongSupplier nanoTime, Headroom headroom, IntConsumer count) {
    this.loop = loop;
    this.headroom = headroom;
    this.count = count;
    var _ = loop.scheduleWithFixedDelay(() -> check(nanoTime.getAsLong()), 1, 1, TimeUnit.SECONDS);
  }

  void add(Conversation conversation) {
    conversations.add(conversation);
    count.accept(1);
  }

  void remove(Conversation conversation) {
    if (conversations.remove(conversation)) {
      count.accept(-1);
    }
  }

  /// Whoever is closed by the check may be removed during it.
  private void check(long nowNanos) {
    boolean isMemoryShort = headroom.isShort();
    for (var conversation : List.copyOf(conversations)) {
      conversation.check(nowNanos);
      if (isMemoryShort) {
        conversation.checkForMemory();
      }
    }
  }

  /// Ends the conversations of devices whose sessions have `ended`. From any thread.
  void end(Set<DeviceId> ended) {
    loop.execute(() -> List.copyOf(conversations).forEach(it -> it.end(ended)));
  }

  /// Ends each conversation at its own moment within `spread`, and asks each to come back at its
  /// own moment, `shortest` or later. From any thread.
  void stop(Duration spread, Duration shortest, RandomGenerator chance) {
    loop.execute(
        () -> {
          for (var conversation : List.copyOf(conversations)) {
            var delay = chance.nextLong(spread.toMillis() + 1);
            var retry =
                shortest.plusMillis(chance.nextLong(spread.toMillis() + shortest.toMillis()));
            var _ = loop.schedule(() -> conversation.stop(retry), delay, TimeUnit.MILLISECONDS);
          }
        });
  }
}
