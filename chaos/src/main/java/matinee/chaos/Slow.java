package matinee.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Connections that send their request as slowly as they can, a byte a second: 2,000 its head, and
/// 2,000 its body. Meanwhile the same node is asked four times a second whether it lives.
final class Slow implements AutoCloseable {
  private static final int EACH = 2_000;
  private static final int LOOK_MS = 250;
  private static final int LOOKS_A_BYTE = 4;
  private static final String HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
  private static final String BODY =
      "POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: 100000\r\n\r\n{";

  private final List<One> open = new ArrayList<>();
  private int cut;
  private double lastCutMs;
  private int asked;
  private int unanswered;
  private double slowestMs;
  private volatile boolean goesOn;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /// A connection, and when it was opened.
  private record One(SocketChannel channel, long atNanos) {}

  /// Opens them to `node`, until [#end].
  void begin(Node node) {
    goesOn = true;
    thread = Thread.ofPlatform().name("slow").start(() -> run(node));
  }

  private void run(Node node) {
    try {
      for (int i = 0; i < EACH; i++) {
        open(node, HEAD);
        open(node, BODY);
      }
    } catch (IOException e) {
      throw new IllegalStateException("not so many connections can be opened", e);
    }
    for (int look = 1; goesOn; look++) {
      ask(node);
      if (look % LOOKS_A_BYTE == 0) {
        open.removeIf(this::isCut);
      }
      Pause.ms(LOOK_MS);
    }
  }

  private void open(Node node, String beginning) throws IOException {
    var channel = SocketChannel.open();
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.listens().http()));
    channel.configureBlocking(false);
    channel.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII)));
    open.add(new One(channel, System.nanoTime()));
  }

  private void ask(Node node) {
    long from = System.nanoTime();
    asked++;
    try {
      unanswered += node.get("/health/live").status() == 200 ? 0 : 1;
    } catch (IOException _) {
      unanswered++;
    }
    slowestMs = Math.max(slowestMs, (System.nanoTime() - from) / 1e6);
  }

  /// Sends one byte more, if it is still there.
  private boolean isCut(One one) {
    try {
      one.channel.write(ByteBuffer.wrap(new byte[] {'x'}));
      var heard = ByteBuffer.allocate(1_024);
      while (one.channel.read(heard) > 0) {
        heard.clear();
      }
      if (one.channel.read(heard) == 0) {
        return false;
      }
    } catch (IOException _) {
      // cut
    }
    cut++;
    lastCutMs = Math.max(lastCutMs, (System.nanoTime() - one.atNanos) / 1e6);
    return true;
  }

  /// Ends what is left. Returns what came of it; throws `IOException` when the node did not answer
  /// somebody else, or did not cut all of them.
  String end() throws IOException, InterruptedException {
    close();
    var told =
        "%,d of %,d cut, each after %.1f s at most; of %,d questions %,d unanswered, %.0f ms at most"
            .formatted(cut, 2 * EACH, lastCutMs / 1e3, asked, unanswered, slowestMs);
    if (unanswered > 0 || cut < 2 * EACH) {
      throw new IOException(told);
    }
    return told;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    goesOn = false;
    thread.join();
    for (var one : open) {
      one.channel.close();
    }
  }
}
