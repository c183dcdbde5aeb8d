package matinee.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Players that read one range of a file after the other as fast as they come, on one thread, until
/// closed. Each has a connection of its own; where the ranges begin follows from a seed.
final class RangeReaders implements AutoCloseable {
  static final int RANGE_BYTES = 4 << 20;

  private static final int READ_AT_ONCE = 1 << 20;
  private static final String HEAD_END = "\r\n\r\n";
  private static final String PARTIAL = "HTTP/1.1 206";
  private static final long SEED = 1;

  private final Random chance = new Random(SEED);
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_AT_ONCE);
  private final AtomicLong bytes = new AtomicLong();
  private final int port;
  private final String path;
  private final long fileBytes;
  private final Thread thread = Thread.ofPlatform().name("readers").unstarted(this::run);
  private final AtomicReference<Optional<IOException>> broken =
      new AtomicReference<>(Optional.empty());
  private volatile boolean closed;

  private RangeReaders(int port, String path, long fileBytes) throws IOException {
    this.port = port;
    this.path = path;
    this.fileBytes = fileBytes;
  }

  /// `count` of them begin to read the file of `fileBytes` at `path`.
  static RangeReaders begin(int port, String path, long fileBytes, int count) throws IOException {
    var readers = new RangeReaders(port, path, fileBytes);
    for (int i = 0; i < count; i++) {
      readers.connect();
    }
    readers.thread.start();
    return readers;
  }

  private void connect() throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    var player = new Player(channel);
    channel.register(selector, SelectionKey.OP_READ, player);
    player.ask();
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(key -> read((Player) key.attachment()), 100);
      }
    } catch (IOException e) {
      broken.set(Optional.of(e));
    }
  }

  private void read(Player player) {
    try {
      buffer.clear();
      if (player.channel.read(buffer) < 0) {
        throw new IOException("a reader was cut");
      }
      player.take(buffer.flip());
    } catch (IOException e) {
      broken.set(Optional.of(e));
      closed = true;
    }
  }

  /// How many bytes of the file have come to all of them. Throws `IOException` when one of them was
  /// not served.
  long bytes() throws IOException {
    var why = broken.get();
    if (why.isPresent()) {
      throw new IOException("the readers have stopped", why.get());
    }
    return bytes.get();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /// One connection: either in the head of an answer, or so many bytes before the end of its body.
  private final class Player {
    private final SocketChannel channel;
    private final StringBuilder head = new StringBuilder();
    private int left;

    Player(SocketChannel channel) {
      this.channel = channel;
    }

    /// Asks for the next range. A request is so short that the kernel takes it whole.
    void ask() throws IOException {
      long first = chance.nextLong(fileBytes - RANGE_BYTES);
      var request =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nRange: bytes=%d-%d\r\n\r\n"
              .formatted(path, port, first, first + RANGE_BYTES - 1);
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    void take(ByteBuffer came) throws IOException {
      while (left == 0 && came.hasRemaining()) {
        head.append((char) came.get());
        if (head.indexOf(HEAD_END, head.length() - HEAD_END.length()) >= 0) {
          beginBody();
        }
      }
      left -= came.remaining();
      bytes.addAndGet(came.remaining());
      if (left == 0 && head.isEmpty()) {
        ask();
      }
    }

    private void beginBody() throws IOException {
      if (head.indexOf(PARTIAL) != 0) {
        throw new IOException("a range was answered by " + head);
      }
      head.setLength(0);
      left = RANGE_BYTES;
    }
  }
}
