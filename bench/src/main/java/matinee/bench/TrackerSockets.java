package matinee.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Sockets at the tracker of a target, on a loop of their own, each from an address that it shares
/// with few others, as people far apart would come. They read whatever they are sent.
final class TrackerSockets implements AutoCloseable {
  private static final int TO_AN_ADDRESS = 50;
  private static final int FIRST_ADDRESS = 40_000;
  private static final int AT_ONCE = 100;
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final int port;

  TrackerSockets(Target.Matinee target) {
    port = target.httpPort();
  }

  EventLoop loop() {
    return loop;
  }

  /// How many were opened so far.
  int opened() {
    return opened.get();
  }

  /// How many of those have ended.
  int ended() {
    return ended.get();
  }

  /// Opens `count`, and returns when they are open and `then` has been told of each, on the loop.
  /// Throws `IOException` when one cannot be opened.
  void open(int count, Consumer<Channel> then) throws IOException {
    int all = begun.get() + count;
    while (begun.get() < all) {
      for (int i = 0; i < AT_ONCE && begun.get() < all; i++) {
        begin(then);
      }
      long limit = System.nanoTime() + PATIENCE_NS;
      while (opened.get() < begun.get()) {
        if (failed.get() > 0 || System.nanoTime() > limit) {
          throw new IOException("only %d of %d were opened".formatted(opened.get(), begun.get()));
        }
        Thread.onSpinWait();
      }
    }
  }

  /// Begins to open one.
  void begin(Consumer<Channel> then) {
    int from = FIRST_ADDRESS + begun.getAndIncrement() / TO_AN_ADDRESS;
    var handshake = "GET /tracker HTTP/1.1\r\nHost: 127.0.0.1\r\n" + Target.UPGRADE;
    ClientSocket.connect(loop, Http.local(from), port, handshake, new Events(then));
  }

  private final class Events implements ClientSocket.Events {
    private final Consumer<Channel> then;
    private boolean isOpen;

    private Events(Consumer<Channel> then) {
      this.then = then;
    }

    @Override
    public void opened(Channel channel) {
      isOpen = true;
      opened.incrementAndGet();
      then.accept(channel);
    }

    @Override
    public void refused(String answer) {
      failed.incrementAndGet();
    }

    @Override
    public void failed(Throwable cause) {
      // that it ended is told too
    }

    @Override
    public void ended() {
      (isOpen ? ended : failed).incrementAndGet();
    }

    @Override
    public void text(ByteBuf payload, int offset, int length) {
      // it is enough that it is read
    }

    @Override
    public void closed(int code, String reason) {
      // the end of the connection follows
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
